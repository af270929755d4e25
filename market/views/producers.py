"""A producer's page, when nobody has written one yet: what their rows say is enough to meet them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from market import farms
from market.models import Producer


@require_safe
def producer(request: HttpRequest, slug: str) -> HttpResponse:
    """The address that every link gives; it leads to the written page as soon as there is one."""
    who = get_object_or_404(Producer, slug=slug)
    page = farms.page_of(who)
    if page is not None and (url := page.get_url(request)):
        return redirect(url)
    return render(
        request,
        "market/producer.html",
        {"farm": farms.seen(who, at=timezone.now()), "crumbs": farms.crumbs_of(who, request)},
    )
