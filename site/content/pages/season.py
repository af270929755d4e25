"""What the month brings."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.models import StoryPage
from content import season


class SeasonPage(StoryPage):
    """A month at the market and in the gardens; the address says which. On paper, a poster for the hall's door."""

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Ce que le mois apporte au marché et aux jardins ; il s’écrit tout seul.")

    class Meta:
        verbose_name = _("de saison")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["season"] = season.read(request.GET, now=timezone.now())
        return context
