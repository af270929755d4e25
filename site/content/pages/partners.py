"""Who can help with what, around the hall."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from commons.cms.models import StoryPage


class PartnerIndexPage(StoryPage):
    """The directory; the address says which need, which town, which day."""

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("L’annuaire des partenaires, qui se tient au menu Rédaction.")

    class Meta:
        verbose_name = _("annuaire des partenaires")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import directory

        context = super().get_context(request, *args, **kwargs)
        return {**context, "directory": directory.read(request.GET)}
