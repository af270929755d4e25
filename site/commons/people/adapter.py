"""Where our sign-in differs from django-allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.urls import reverse

from commons.people.models import LONGEST_EMAIL


class AccountAdapter(DefaultAccountAdapter):
    """Keeps e-mails in lower case and as short as a row holds, and accounts without any username."""

    def clean_email(self, email: str) -> str:
        cleaned = super().clean_email(email).strip().lower()
        MaxLengthValidator(LONGEST_EMAIL)(cleaned)
        return cleaned

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The home of the language one leaves in."""
        return reverse("wagtail_serve", args=[""])

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """A person has no username: the e-mail is the name."""
