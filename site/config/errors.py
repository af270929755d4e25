"""What a visitor reads when something went wrong. The templates ask nothing of the database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", {"plain": True}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or its cookie is gone: the page says so instead of a bare 403."""
    return render(request, "csrf.html", status=403)
