"""How to write to the house."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.models import StoryPage


class ContactPage(StoryPage):
    """The words are the editors', the reasons to write are rows, and the form's door is a view.

    Wagtail's own form builder would let an editor take the address away, keep answers for ever, and
    knows neither who answers what nor what was answered: hence rows of ours.
    """

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _(
        "Le formulaire pour écrire au collectif. Les raisons se règlent au menu Messages."
    )

    class Meta:
        verbose_name = _("page de contact")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from commons.people.asking import known
        from content import queries
        from content.forms import ContactForm

        context = super().get_context(request, *args, **kwargs)
        privacy = queries.privacy_page(language=self.locale.language_code, on=timezone.localdate())
        return {**context, "form": ContactForm(initial=known(request)), "privacy": privacy}
