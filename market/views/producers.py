"""A producer's page: their story when somebody has written it, above what their rows say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from market import farms
from market.models import Producer
from market.structured import sharing_of_producer


@require_safe
def producer(request: HttpRequest, slug: str) -> HttpResponse:
    """Every producer has this address from their first day at the desk; a story joins it later."""
    who = get_object_or_404(Producer, slug=slug)
    story = farms.page_of(who)
    return render(
        request,
        "market/producer_page.html",
        {
            "page": story,
            "farm": farms.seen(who, at=timezone.now()),
            "crumbs": farms.crumbs_of(who),
            "sharing": sharing_of_producer(who, story=story),
        },
    )
