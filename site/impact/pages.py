"""The public page of effects."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.models import StoryPage
from impact.effects import tell
from impact.periods import choose_year, period_of, years_to_choose


class ImpactPage(StoryPage):
    """What the place gives, in a few figures that come with their method."""

    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "impact/impact_page.html"
    page_description = _(
        "Les effets du lieu, comptés d’après les ateliers, le marché, les jardins."
    )

    class Meta:
        verbose_name = _("page des effets")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        year = choose_year(request.GET.get("annee"), today=today)
        start, end = period_of(year, today=today)
        context["year"] = year
        context["last_day"] = end - timedelta(days=1)
        context["years"] = [
            {"label": other, "url": f"?annee={other}", "current": other == year, "count": None}
            for other in years_to_choose(today=today)
        ]
        context["effects"] = tell(start=start, end=end)
        return context
