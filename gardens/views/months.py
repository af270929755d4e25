"""What to do in a garden this month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commons.plants.climates import halves_of, may_freeze
from gardens import queries
from gardens.models import Garden
from gardens.views.crumbs import gardens_crumb


@require_safe
def this_month(request: HttpRequest, slug: str) -> HttpResponse:
    """The month's work in the garden's climate, to read or to print; ``?mois=3`` is another month."""
    garden = get_object_or_404(Garden.objects.select_related("place"), slug=slug)
    today = timezone.localdate()
    month = _month_of(request.GET.get("mois", "")) or today.month
    page = queries.page_of(garden)
    context = {
        "garden": garden,
        "garden_page": page,
        "months": [month],
        "before": (month - 2) % 12 + 1,
        "after": month % 12 + 1,
        "works": queries.work_of(month, climate=garden.zone),
        "frosty": any(may_freeze(half, garden.zone) for half in halves_of([month])),
        "picked": queries.picked_now(garden.pk, on=today) if month == today.month else [],
        "crumbs": [
            gardens_crumb(),
            {"title": garden.name, "url": page.url if page else ""},
            {"title": _("Ce mois-ci"), "url": ""},
        ],
    }
    return render(request, "gardens/this_month.html", context)


def _month_of(text: str) -> int:
    """ "11" → 11; 0 for what is not a month."""
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 12 else 0
