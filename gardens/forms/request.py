"""What is asked of whoever wants a plot: as little as possible."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.people.asking import AddressField, NameField, PhoneField
from gardens.models import PlotRequest
from gardens.rules.line import LARGEST_HOUSEHOLD


class PlotRequestForm(forms.Form):
    """Who, how many, what they wish. ``form_key`` makes a double click harmless."""

    name = NameField(missing=_("Dites-nous à quel nom garder votre rang."))
    email = AddressField(
        serves=_("Pour vous dire votre rang, puis vous proposer une parcelle."),
        missing=_("Il nous faut une adresse où vous écrire."),
    )
    phone = PhoneField()
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
