"""Where our sign-in differs from django-allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Keeps e-mails in lower case, and accounts without any username."""

    def clean_email(self, email: str) -> str:
        return super().clean_email(email).strip().lower()

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """A person has no username: the e-mail is the name."""
