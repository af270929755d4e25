"""The way back to the market."""

from django.urls import reverse
from django.utils.translation import gettext as _


def crumbs(title: str) -> list[dict[str, str]]:
    return [{"title": _("Le marché"), "url": reverse("market:next")}, {"title": title, "url": ""}]
