"""What forms of every trade ask of a person, in the same words: a name, an address, a telephone."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from commons.people.models import LONGEST_EMAIL, Person


class NameField(forms.CharField):
    """On one line, for it goes into the subjects of mails; ``missing`` says what the name serves."""

    def __init__(self, *, missing: Any) -> None:
        super().__init__(
            label=_("Votre nom"),
            max_length=120,
            error_messages={"required": missing},
            widget=forms.TextInput({"autocomplete": "name"}),
        )

    def clean(self, value: Any) -> str:
        return " ".join(str(super().clean(value)).split())


class AddressField(forms.EmailField):
    """In lower case, as accounts keep it; ``serves`` and ``missing`` say what we write there for."""

    def __init__(self, *, serves: Any, missing: Any) -> None:
        super().__init__(
            label=_("Votre adresse e-mail"),
            max_length=LONGEST_EMAIL,
            help_text=serves,
            error_messages={
                "required": missing,
                "invalid": _("Cette adresse n’est pas complète : il y manque peut-être « @ »."),
            },
            widget=forms.EmailInput({"autocomplete": "email"}),
        )

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class PhoneField(forms.CharField):
    """Never needed; ``serves`` says what we would call about."""

    def __init__(self, *, serves: Any = "") -> None:
        super().__init__(
            label=_("Votre téléphone"),
            max_length=30,
            required=False,
            help_text=serves,
            widget=forms.TextInput({"autocomplete": "tel", "type": "tel"}),
        )


def known(request: HttpRequest) -> dict[str, str]:
    """What a signed-in person need not type again."""
    person = request.user
    if not isinstance(person, Person):
        return {}
    return {"name": person.get_full_name(), "email": person.email, "phone": person.phone}
