from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GardensConfig(AppConfig):
    name = "gardens"
    verbose_name = _("Jardins")

    def ready(self) -> None:
        from commons.cms import cards, live
        from commons.notices.letters import register
        from commons.people import mine as promises
        from gardens import letters, mine, showcase, structured

        register(letters.REQUEST_RECEIVED, letters.request_received)
        cards.register(structured.KIND, structured.load_card)
        live.register("gardens.plots", showcase.GARDENS)
        promises.register("gardens", mine.plots_of)
