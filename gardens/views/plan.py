"""A garden's plan on paper, and the page of each of its plots."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gardens import queries
from gardens.models import Garden
from gardens.plans import draw
from gardens.plot_words import say_future, say_past, say_standing, say_water
from gardens.views.crumbs import gardens_crumb


@require_safe
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan as it hangs on the door of the shed: one sheet of A4."""
    garden = get_object_or_404(Garden, slug=slug)
    now = timezone.now()
    glance = queries.glance_at(garden, at=now)
    page = queries.page_of(garden)
    context = {
        "garden": glance.garden,
        "glance": glance,
        "plan": draw(glance),
        "today": timezone.localdate(now),
        "crumbs": [
            gardens_crumb(),
            {"title": garden.name, "url": page.url if page else ""},
            {"title": _("Plan"), "url": ""},
        ],
    }
    return render(request, "gardens/plan_page.html", context)


@require_safe
def plot(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What one may know of a plot: its ground, its seasons, how it stands; never who holds it."""
    sheet = queries.plot_sheet(slug, number, at=timezone.now())
    if sheet is None:
        raise Http404
    shown, garden = sheet.plot, sheet.glance.garden
    page = queries.page_of(garden)
    context = {
        "plot": shown,
        "garden": garden,
        "garden_page": page,
        "pictures": sheet.pictures,
        "plan": draw(sheet.glance),
        "standing": "" if shown.retired_on else say_standing(shown),
        "water": say_water(sheet.metres_to_water),
        "past": [say_past(change) for change in sheet.past],
        "future": say_future(shown, sheet.future) if shown.retired_on else None,
        "crumbs": [
            gardens_crumb(),
            {"title": garden.name, "url": page.url if page else ""},
            {"title": _("Parcelle %(number)d") % {"number": shown.number}, "url": ""},
        ],
    }
    return render(request, "gardens/plot_page.html", context)
