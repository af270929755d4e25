"""What is asked of whoever notes in their garden log: a tap, then what they like to add."""

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.plants.models import Plant
from gardens.models.growing import HEAVIEST_GRAMS, MOST_PIECES
from gardens.rules.growing import Way

OLDEST_LINE = timedelta(days=366)  # a season noted on a winter evening
FARTHEST_SURPLUS = timedelta(days=60)


class KilosField(forms.CharField):
    """A weight in kilos, with a comma or a point; gives whole grams, or None."""

    def __init__(self, **given: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=8, required=False, widget=widget, **given)

    def prepare_value(self, value: Any) -> Any:
        """Grams of a row are shown as kilos; what somebody typed stays as it is."""
        if not isinstance(value, int):
            return value
        kilos = f"{Decimal(value) / 1000:f}"
        return (kilos.rstrip("0").rstrip(".") if "." in kilos else kilos).replace(".", ",")

    def clean(self, value: Any) -> int | None:
        typed = super().clean(value).replace(",", ".").replace(" ", "")
        if not typed:
            return None
        try:
            grams = int(Decimal(typed) * 1000)
        except (InvalidOperation, ValueError, OverflowError) as error:
            raise ValidationError(_("Écrivez un poids en kilos, par exemple 1,5.")) from error
        if not 1 <= grams <= HEAVIEST_GRAMS:
            raise ValidationError(_("Un poids va d’un gramme à 999 kilos."))
        return grams


class DayField(forms.DateField):
    """A day on the phone's own calendar."""

    def __init__(self, **given: Any) -> None:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        missing = {"required": _("Dites quel jour."), "invalid": _("Ce jour n’existe pas.")}
        super().__init__(widget=widget, error_messages=missing, **given)


class PastDayField(DayField):
    """A day that has come, this season or the one before."""

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        today = timezone.localdate()
        if day and day > today:
            raise ValidationError(_("Ce jour n’est pas encore venu."))
        if day and day < today - OLDEST_LINE:
            raise ValidationError(_("Le carnet s’écrit jusqu’à un an en arrière."))
        return day


class PlantForm(forms.Form):
    """One plant: of the sheets, or by its name. ``form_key`` makes a double tap harmless."""

    plante = forms.ModelChoiceField(
        Plant.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Plante"),
        empty_label=_("Choisissez une plante"),
    )
    autre = forms.CharField(label=_("Une autre plante"), max_length=60, required=False)
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("plante") and not given.get("autre") and not self.errors:
            raise ValidationError(_("Touchez une plante, ou écrivez son nom."))
        return given

    @property
    def named(self) -> dict[str, Any]:
        """The two fields of a line that say which plant; a sheet comes before a name."""
        plant = self.cleaned_data["plante"]
        return {"plant": plant, "other_name": "" if plant else self.cleaned_data["autre"]}


class WordsField(forms.CharField):
    """A note to oneself, emptied with the household's name."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Un mot pour vous"),
            max_length=200,
            required=False,
            help_text=_("Variété, temps qu’il faisait, idée pour l’an prochain."),
        )


class GrowingForm(forms.Form):
    """What a sowing or a planting may tell more."""

    on = PastDayField(label=_("Quel jour ?"))
    way = forms.ChoiceField(label=_("Comment ?"), choices=Way.choices, widget=forms.RadioSelect)
    bed = forms.CharField(
        label=_("Rang ou carré"),
        max_length=40,
        required=False,
        help_text=_("Le nom que vous lui donnez : la parcelle se souviendra de ce qui y a poussé."),
        widget=forms.TextInput({"list": "rangs", "autocomplete": "off"}),
    )
    quantity = forms.CharField(
        label=_("Combien ?"),
        max_length=40,
        required=False,
        help_text=_("« Deux rangs », « 6 plants », comme vous le diriez."),
    )
    words = WordsField()


class HarvestForm(forms.Form):
    """What a harvest weighed, and whether it was given."""

    on = PastDayField(label=_("Quel jour ?"))
    grams = KilosField(label=_("Poids en kilos"))
    pieces = forms.IntegerField(
        label=_("Nombre de pièces"), min_value=1, max_value=MOST_PIECES, required=False
    )
    solidarity = forms.BooleanField(
        label=_("Donnée aux paniers solidaires de la halle"), required=False
    )
    words = WordsField()


class SurplusForm(PlantForm):
    """What there is too much of, how much and from when."""

    how_much = forms.CharField(
        label=_("Combien ?"),
        max_length=60,
        help_text=_("À peu près : « un cageot », « 3 kg », « dix salades »."),
        error_messages={"required": _("Une idée suffit : un cageot, 3 kg…")},
    )
    on = DayField(label=_("Prêt à partir de quel jour ?"))
    words = forms.CharField(
        label=_("Un mot pour la halle"),
        max_length=200,
        required=False,
        help_text=_("Lu par l’équipe de la halle : n’y mettez ni nom ni numéro."),
    )
    field_order = ["plante", "autre", "how_much", "on", "words", "form_key"]

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        today = timezone.localdate()
        if not today <= day <= today + FARTHEST_SURPLUS:
            raise ValidationError(_("Choisissez un jour d’ici deux mois."))
        return day


class BringForm(forms.Form):
    """What was left at the hall."""

    grams = KilosField(label=_("Poids en kilos"))
    pieces = forms.IntegerField(
        label=_("Ou nombre de pièces"), min_value=1, max_value=MOST_PIECES, required=False
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given.get("grams") or given.get("pieces")):
            raise ValidationError(_("Un poids ou un nombre, même à peu près : il compte."))
        return given
