"""Volunteers' screens hold other people's data: they ask for a second factor (passkey or one-time code)."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

GetResponse = Callable[[HttpRequest], HttpResponse]


class SecondFactorMiddleware:
    """Sends a signed-in volunteer without a second factor to set one up, before any screen of the desk.

    django-allauth asks for the factor at sign-in once it exists; this makes it exist. The demo has it off,
    so that a newcomer can look around.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._is_missing(request):
            messages.warning(
                request,
                _("Pour protéger les données des gens, ajoutez une deuxième clé avant d’entrer."),
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        return bool(
            settings.SECOND_FACTOR_FOR_STAFF
            and request.path.startswith(reverse("wagtailadmin_home"))
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user)
        )
