"""Where a page of gardens stands."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gardens.models import Tenancy


def gardens_crumb() -> dict[str, str]:
    return {"title": _("Les jardins"), "url": reverse("wagtail_serve", args=["jardins/"])}


def plot_crumbs(tenancy: Tenancy, title: Any) -> list[dict[str, Any]]:
    """The way to a page of a household's plot."""
    return [
        gardens_crumb(),
        {"title": _("Ma parcelle"), "url": tenancy.get_absolute_url()},
        {"title": title, "url": ""},
    ]
