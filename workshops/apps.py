from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkshopsConfig(AppConfig):
    name = "workshops"
    verbose_name = _("Ateliers")

    def ready(self) -> None:
        from commons.cms import cards, live
        from commons.notices.letters import register
        from commons.people import mine as promises
        from workshops import letters, mine, showcase, structured

        register(letters.CONFIRMED, letters.booking_confirmed)
        register(letters.CANCELLED, letters.booking_cancelled)
        register(letters.REMINDER, letters.session_reminder)
        cards.register(structured.KIND, structured.load_card)
        live.register("workshops.sessions", showcase.SESSIONS)
        promises.register("workshops", mine.bookings_of)
