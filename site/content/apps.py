from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("Contenu")

    def ready(self) -> None:
        from commons.notices.letters import register
        from content import letters, review

        register(letters.TO_REVIEW, letters.to_review)
        register(letters.APPROVED, letters.approved)
        register(letters.SENT_BACK, letters.sent_back)
        register(letters.COMMENTED, letters.commented)
        review.listen()
