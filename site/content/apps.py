from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("Contenu")

    def ready(self) -> None:
        from commons.notices.letters import register
        from content import letters

        register(letters.ENQUIRY, letters.enquiry_received)
        register(letters.RECEIVED, letters.enquiry_acknowledged)
        register(letters.RELAYED, letters.enquiry_relayed)
        register(letters.COPY, letters.enquiry_copied)
