"""Search over the whole house."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from content import search as finding


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the whole house has on a few words; the address is the question."""
    return render(
        request, "content/search.html", {"search": finding.read(request.GET, at=timezone.now())}
    )


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """A few links to put under the field while somebody types."""
    found = finding.suggest(request.GET.get("q", ""), at=timezone.now())
    return render(request, "content/suggestions.html", {"search": found})
