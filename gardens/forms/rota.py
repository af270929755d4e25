"""What is asked about turns."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from gardens.rules.rota import LONGEST_MINUTES


class TurnWishesForm(forms.Form):
    """Nothing of it is needed: without a wish, any day is fine."""

    days_off = forms.TypedMultipleChoiceField(
        label=_("Les jours où je ne peux pas"),
        choices=[(number + 1, name) for number, name in WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Personne ne vous proposera de tour ces jours-là."),
    )
    most_a_month = forms.IntegerField(
        label=_("Au plus combien de tours par mois ?"),
        min_value=0,
        max_value=31,
        required=False,
        help_text=_("Vide : autant que les autres. Zéro : aucun en ce moment, sans explication."),
    )
    weekly_digest = forms.BooleanField(
        label=_("Recevoir les annonces du jardin une fois par semaine"), required=False
    )


class DoneForm(forms.Form):
    """How long it took, when it was not as foreseen."""

    minutes = forms.IntegerField(
        label=_("Combien de minutes ?"), min_value=1, max_value=LONGEST_MINUTES, required=False
    )

    def clean_minutes(self) -> Any:
        return self.cleaned_data["minutes"] or None
