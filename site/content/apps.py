from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = _("Contenu")

    def ready(self) -> None:
        from commons.cms import cards
        from commons.notices.letters import register
        from content import review, structured
        from content.letters import enquiries, reviews

        register(enquiries.ENQUIRY, enquiries.enquiry_received)
        register(enquiries.RECEIVED, enquiries.enquiry_acknowledged)
        register(enquiries.RELAYED, enquiries.enquiry_relayed)
        register(enquiries.COPY, enquiries.enquiry_copied)
        register(reviews.TO_REVIEW, reviews.to_review)
        register(reviews.APPROVED, reviews.approved)
        register(reviews.SENT_BACK, reviews.sent_back)
        register(reviews.COMMENTED, reviews.commented)
        cards.register(structured.PARTNER, structured.load_partner_card)
        review.listen()
