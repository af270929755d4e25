"""What gardeners promise each other in a garden, for everybody to read, with its earlier versions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gardens import queries
from gardens.models import Garden
from gardens.views.crumbs import gardens_crumb


@require_safe
def charter(request: HttpRequest, slug: str) -> HttpResponse:
    garden = get_object_or_404(Garden, slug=slug)
    versions = queries.charters_of(garden, on=timezone.localdate())
    page = queries.page_of(garden)
    context = {
        "garden": garden,
        "charter": versions[0] if versions else None,
        "earlier": versions[1:],
        "crumbs": [
            gardens_crumb(),
            {"title": garden.name, "url": page.url if page else ""},
            {"title": _("La charte"), "url": ""},
        ],
    }
    return render(request, "gardens/charter.html", context)
