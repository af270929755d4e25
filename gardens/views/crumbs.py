"""Where a page of gardens stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from gardens.models import Tenancy


def gardens_crumb() -> dict[str, str]:
    return {"title": _("Les jardins"), "url": reverse("wagtail_serve", args=["jardins/"])}


def plot_crumbs(tenancy: Tenancy, *titles: str) -> list[dict[str, str]]:
    """The gardens, the household's plot, then the page."""
    plot = {
        "title": _("Parcelle %(number)d") % {"number": tenancy.plot.number},
        "url": tenancy.get_absolute_url(),
    }
    return [gardens_crumb(), plot, *({"title": title, "url": ""} for title in titles)]
