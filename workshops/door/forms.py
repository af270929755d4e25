"""What the door sends."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.models import Seat
from workshops.rules.groups import MOST_SEATS_AT_ONCE


class TickForm(forms.Form):
    """How a seat must be, not what changed: sent twice, it is the same."""

    seat = forms.IntegerField()
    attendance = forms.ChoiceField(choices=Seat.Attendance.choices, required=False)


class WalkInForm(forms.Form):
    """Somebody who comes unannounced; the key makes a repeat harmless."""

    name = forms.CharField(
        label=_("Nom, si la personne veut le dire"), max_length=120, required=False
    )
    seats = forms.IntegerField(
        label=_("Combien ?"), min_value=1, max_value=MOST_SEATS_AT_ONCE, initial=1
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
