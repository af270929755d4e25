"""What is asked of somebody who writes: as little as possible."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from commons.people.models import LONGEST_EMAIL, Person
from content.models import ContactReason
from content.models.enquiries import LONGEST_WORDS


class UnseenInput(forms.TextInput):
    """A field that no person sees, hears or reaches: only a machine fills it in."""

    is_hidden = True

    def __init__(self) -> None:
        super().__init__({"hidden": True, "tabindex": "-1", "autocomplete": "off"})


class EnquiryForm(forms.Form):
    """A name, an address, some words. ``form_key`` makes a double click harmless; ``fax`` is a trap."""

    name = forms.CharField(
        label=_("Votre nom"),
        max_length=120,
        error_messages={"required": _("Dites-nous comment vous appeler.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Votre adresse e-mail"),
        max_length=LONGEST_EMAIL,
        help_text=_("C’est là que la réponse arrive."),
        error_messages={
            "required": _("Il nous faut une adresse où vous répondre."),
            "invalid": _("Cette adresse n’est pas complète : il y manque peut-être « @ »."),
        },
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    words = forms.CharField(
        label=_("Votre message"),
        max_length=LONGEST_WORDS,
        error_messages={"required": _("Le message est vide : écrivez-nous quelques mots.")},
        widget=forms.Textarea({"rows": 7}),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    fax = forms.CharField(required=False, widget=UnseenInput)

    @property
    def is_from_a_machine(self) -> bool:
        """The trap is full. Known once the form is valid."""
        return bool(self.cleaned_data.get("fax"))

    @property
    def message(self) -> dict[str, Any]:
        """What the verb keeps: all that was asked, save the trap."""
        return {name: value for name, value in self.cleaned_data.items() if name != "fax"}

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()

    def clean_name(self) -> str:
        """On one line: it goes into the subject of a mail."""
        return " ".join(str(self.cleaned_data["name"]).split())


class ContactForm(EnquiryForm):
    """A message to the house, for a reason that says who answers."""

    reason = forms.ModelChoiceField(
        label=_("C’est à propos de…"),
        queryset=ContactReason.objects.filter(is_offered=True),
        empty_label=None,
        error_messages={"required": _("Choisissez de quoi il s’agit : nous saurons qui répond.")},
        widget=forms.RadioSelect,
    )
    field_order = ["reason", "name", "email", "words"]


def known(request: HttpRequest) -> dict[str, str]:
    """What a person who signed in need not type again."""
    person = request.user
    if not isinstance(person, Person):
        return {}
    return {"name": person.get_full_name(), "email": person.email}
