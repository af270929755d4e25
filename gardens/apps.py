from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GardensConfig(AppConfig):
    name = "gardens"
    verbose_name = _("Jardins")

    def ready(self) -> None:
        from commons.cms import cards, live
        from commons.notices.letters import register
        from commons.payments import handlers
        from commons.people import mine as promises
        from gardens import mine, paying, showcase, structured
        from gardens.completion import EnrolmentCompletion
        from gardens.letters.composing import COMPOSERS

        for kind, composer in COMPOSERS.items():
            register(kind, composer)
        handlers.register(paying.KIND, EnrolmentCompletion())
        cards.register(structured.KIND, structured.load_card)
        live.register("gardens.plots", showcase.GARDENS)
        live.register("gardens.surplus", showcase.SURPLUS)
        promises.register("gardens", mine.plots_of)
