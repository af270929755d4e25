"""A household's plot, for whoever holds its link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gardens import queries
from gardens.models import Tenancy
from gardens.panels import panels_of
from gardens.views.crumbs import gardens_crumb


@never_cache
@require_safe
def my_plot(request: HttpRequest, token: str) -> HttpResponse:
    """All that a household does with its plot starts here."""
    now = timezone.now()
    tenancy = queries.tenancy_with_news(token, now=now)
    if tenancy is None:
        raise Http404
    garden = tenancy.plot.garden
    context = {
        "tenancy": tenancy,
        "garden": garden,
        "panels": panels_of(tenancy, now=now),
        "has_ended": has_ended(tenancy),
        "crumbs": [
            gardens_crumb(),
            {"title": garden.name, "url": reverse("gardens:plan", args=[garden.slug])},
            {"title": _("Ma parcelle"), "url": ""},
        ],
    }
    return render(request, "gardens/my_plot.html", context)


def tenancy_or_404(token: str) -> Tenancy:
    """The tenancy of a link, to read. Whoever writes asks ``open_tenancy_or_404``."""
    tenancy = queries.tenancy_by_token(token, on=timezone.localdate())
    if tenancy is None:
        raise Http404
    return tenancy


def open_tenancy_or_404(token: str) -> Tenancy:
    """The tenancy of a link, while it has not ended."""
    tenancy = tenancy_or_404(token)
    if has_ended(tenancy):
        raise Http404
    return tenancy


def has_ended(tenancy: Tenancy) -> bool:
    return tenancy.ends_on is not None and tenancy.ends_on < timezone.localdate()
