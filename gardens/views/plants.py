"""Plant sheets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commons.plants.models import Plant
from gardens import queries
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
    context = {
        "plant": shown,
        "strips": queries.year_of(shown),
        "months": [month],
        "doing": queries.doing_in(shown, month=month),
        "sources": say_sources(shown.sources),
        "sharing": sharing_of(shown),
        "crumbs": [
            gardens_crumb(),
            {"title": _("Fiches plantes"), "url": reverse("gardens:plants")},
            {"title": capfirst(shown.name), "url": ""},
        ],
    }
    return render(request, "gardens/plant.html", context)
