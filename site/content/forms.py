"""What is asked of somebody who writes: as little as possible."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.asking import AddressField, NameField
from content.models import ContactReason
from content.models.enquiries import LONGEST_WORDS


class UnseenInput(forms.TextInput):
    """A field that no person sees, hears or reaches: only a machine fills it in."""

    is_hidden = True

    def __init__(self) -> None:
        super().__init__({"hidden": True, "tabindex": "-1", "autocomplete": "off"})


class EnquiryForm(forms.Form):
    """A name, an address, some words. ``form_key`` makes a double click harmless; ``fax`` is a trap."""

    name = NameField(missing=_("Dites-nous comment vous appeler."))
    email = AddressField(
        serves=_("C’est là que la réponse arrive."),
        missing=_("Il nous faut une adresse où vous répondre."),
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
