from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GardensConfig(AppConfig):
    name = "gardens"
    verbose_name = _("Jardins")

    def ready(self) -> None:
        from commons.cms import live
        from commons.notices.letters import register
        from gardens import letters, showcase

        register(letters.REQUEST_RECEIVED, letters.request_received)
        live.register("gardens.plots", showcase.GARDENS)
