"""What is asked to reserve seats: as little as possible."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.models import LONGEST_EMAIL
from workshops.rules.groups import MOST_SEATS_AT_ONCE


class BookingForm(forms.Form):
    """Seats, a name, an e-mail. ``form_key`` makes a double click harmless."""

    seats = forms.IntegerField(
        label=_("Combien de places ?"),
        min_value=1,
        max_value=MOST_SEATS_AT_ONCE,
        initial=1,
        help_text=_("De 1 à 6, pour vous et les personnes qui viennent avec vous."),
    )
    name = forms.CharField(
        label=_("Votre nom"),
        max_length=120,
        error_messages={"required": _("Dites-nous à quel nom réserver.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Votre adresse e-mail"),
        max_length=LONGEST_EMAIL,
        help_text=_("Pour la confirmation et un rappel, rien d’autre."),
        error_messages={
            "required": _("Il nous faut une adresse où envoyer la confirmation."),
            "invalid": _("Cette adresse n’est pas complète : il y manque peut-être « @ »."),
        },
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_email(self) -> Any:
        return self.cleaned_data["email"].strip().lower()
