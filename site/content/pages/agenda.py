"""What is on."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.models import StoryPage
from content import agenda
from content.agenda import choice


class AgendaPage(StoryPage):
    """What is on, day by day; the address says what, where, for whom, and from when.

    With ``?mois=2026-03`` it is a calendar of that month, otherwise a list of the coming weeks.
    """

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Ce qui a lieu. Les dates viennent des menus Marché et Ateliers.")

    class Meta:
        verbose_name = _("agenda")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        month = agenda.read_month(request.GET, now=now) if "mois" in request.GET else None
        shown = month or agenda.read_weeks(request.GET, now=now)
        return {
            **context,
            "agenda": shown,
            "month": month,
            "places": choice.places(shown.choice),
            "audiences": choice.audiences(shown.choice),
        }
