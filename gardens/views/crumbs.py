"""Where a page of gardens stands."""

from django.urls import reverse
from django.utils.translation import gettext as _


def gardens_crumb() -> dict[str, str]:
    return {"title": _("Les jardins"), "url": reverse("wagtail_serve", args=["jardins/"])}
