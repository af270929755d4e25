"""Plant sheets."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commons.plants.climates import Climate
from commons.plants.models import Plant
from gardens import queries
from gardens.models import Garden
from gardens.structured import sharing_of
from gardens.views.crumbs import gardens_crumb
from gardens.words import say_sources


@require_safe
def plants(request: HttpRequest) -> HttpResponse:
    """All plant sheets, with what can be done this month first."""
    month = timezone.localdate().month
    context = {
        "shelves": queries.shelves(month=month),
        "months": [month],
        "crumbs": [gardens_crumb(), {"title": _("Fiches plantes"), "url": ""}],
    }
    return render(request, "gardens/plants.html", context)


@require_safe
def plant(request: HttpRequest, slug: str) -> HttpResponse:
    """One plant's year."""
    shown = get_object_or_404(Plant, slug=slug)
    month = timezone.localdate().month
    gardens = list(Garden.objects.all())
    asked = request.GET.get("jardin") or request.GET.get("climat") or ""
    climate = climate_asked(asked, gardens)
    strips = queries.year_of(shown, climate=climate or Climate.OCEAN)
    context = {
        "plant": shown,
        "strips": strips,
        "months": [month],
        "doing": queries.doing_in(strips, month=month),
        "climates": climate_tabs(asked, gardens),
        "climate": climate.label if climate else "",
        "neighbours": queries.neighbours_of(shown),
        "sources": say_sources(shown.sources),
        "sharing": sharing_of(shown),
        "crumbs": [
            gardens_crumb(),
            {"title": _("Fiches plantes"), "url": reverse("gardens:plants")},
            {"title": capfirst(shown.name), "url": ""},
        ],
    }
    return render(request, "gardens/plant.html", context)


def climate_asked(asked: str, gardens: Sequence[Garden]) -> Climate | None:
    """The climate of a garden or of that name; None for the months of the sheet."""
    zones = {garden.slug: garden.zone for garden in gardens}
    zone = zones.get(asked, asked)
    return Climate(zone) if zone in Climate.values else None


def climate_tabs(asked: str, gardens: Sequence[Garden]) -> list[dict[str, Any]]:
    """Links to a sheet as it stands, in each garden, and in each climate."""
    choices = [
        ("", "?", _("La fiche telle quelle")),
        *((garden.slug, f"?jardin={garden.slug}", garden.name) for garden in gardens),
        *((zone.value, f"?climat={zone.value}", str(zone.label)) for zone in Climate),
    ]
    known = {value for value, _url, _label in choices}
    current = asked if asked in known else ""
    return [
        {"label": label, "url": url, "current": value == current, "count": None}
        for value, url, label in choices
    ]
