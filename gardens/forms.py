"""What is asked of whoever wants a plot: as little as possible."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.models import LONGEST_EMAIL
from gardens.models import PlotRequest
from gardens.rules import LARGEST_HOUSEHOLD


class PlotRequestForm(forms.Form):
    """Who, how many, what they wish. ``form_key`` makes a double click harmless."""

    name = forms.CharField(
        label=_("Votre nom"),
        max_length=120,
        error_messages={"required": _("Dites-nous à quel nom garder votre rang.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Votre adresse e-mail"),
        max_length=LONGEST_EMAIL,
        help_text=_("Pour vous dire votre rang, puis vous proposer une parcelle."),
        error_messages={
            "required": _("Il nous faut une adresse où vous écrire."),
            "invalid": _("Cette adresse n’est pas complète : il y manque peut-être « @ »."),
        },
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Votre téléphone"),
        max_length=30,
        required=False,
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel"}),
    )
    household_size = forms.IntegerField(
        label=_("Combien de personnes dans le foyer ?"),
        min_value=1,
        max_value=LARGEST_HOUSEHOLD,
        initial=1,
    )
    wish = forms.ChoiceField(
        label=_("Que souhaitez-vous ?"),
        choices=PlotRequest.Wish.choices,
        initial=PlotRequest.Wish.EITHER,
        widget=forms.RadioSelect,
        help_text=_("À plusieurs, l’attente est souvent plus courte."),
    )
    raised_bed = forms.BooleanField(
        label=_("Un bac surélevé m’aiderait, pour jardiner debout ou assis"), required=False
    )
    note = forms.CharField(
        label=_("Un mot pour l’équipe"),
        max_length=600,
        required=False,
        help_text=_("Vos heures, ce que vous savez faire ou voulez apprendre."),
        widget=forms.Textarea({"rows": 3}),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_email(self) -> Any:
        return self.cleaned_data["email"].strip().lower()
