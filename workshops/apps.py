from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkshopsConfig(AppConfig):
    name = "workshops"
    verbose_name = _("Ateliers")

    def ready(self) -> None:
        from commons.cms import cards, live
        from commons.notices.letters import register
        from commons.payments import handlers
        from commons.people import mine as promises
        from workshops import mine, paying, showcase, structured
        from workshops.completion import BookingCompletion
        from workshops.letters.composing import COMPOSERS

        for kind, composer in COMPOSERS.items():
            register(kind, composer)
        handlers.register(paying.KIND, BookingCompletion())
        cards.register(structured.KIND, structured.load_card)
        live.register("workshops.sessions", showcase.SESSIONS)
        promises.register("workshops", mine.bookings_of)
