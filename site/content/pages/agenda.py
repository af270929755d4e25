"""What is on."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.models import StoryPage
from content import agenda


class AgendaPage(StoryPage):
    """What is on in the coming weeks, day by day; the address says which trade, and from when."""

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _(
        "Ce qui vient, jour après jour. Rien à y tenir : les dates viennent du marché et des ateliers."
    )

    class Meta:
        verbose_name = _("agenda")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["agenda"] = agenda.read(request.GET, now=timezone.now())
        return context
