"""Forms about the person themselves."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person


class SignupForm(forms.Form):
    """What we ask beside the e-mail at sign-up: a name to call people by, nothing else."""

    first_name = forms.CharField(
        label=_("Prénom"), max_length=150, widget=forms.TextInput({"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Nom"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "family-name"}),
    )

    def signup(self, request: HttpRequest, user: Any) -> None:
        """django-allauth calls this once the account exists; it has filled in the names itself."""


class AccountForm(forms.ModelForm):
    """What a person can change about themselves."""

    class Meta:
        model = Person
        fields = ["first_name", "last_name", "phone"]
