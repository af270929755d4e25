"""What each verb of plots asks."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from commons.drawing import bounding_box, middle_of
from gardens.actions import Half
from gardens.models import Plot, Tenancy
from gardens.rules.drawing import HIGHEST_NUMBER

MOST_PARTS = 12


class ChangeForm(forms.Form):
    """From when, and why: both are written in the log of the garden."""

    on = forms.DateField(
        label=_("À partir du"),
        widget=AdminDateInput,
        initial=timezone.localdate,
        help_text=_("Aujourd’hui ou un jour passé."),
    )
    words = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Pour le journal du jardin : il reste entre bénévoles."),
    )


class NumberField(forms.IntegerField):
    def __init__(self, **given: Any) -> None:
        super().__init__(min_value=1, max_value=HIGHEST_NUMBER, **given)


class SplitForm(ChangeForm):
    """Where the line goes, what each half becomes, and which of them each household keeps."""

    way = forms.ChoiceField(
        label=_("La ligne va"),
        choices=[
            ("down", _("de haut en bas du plan : une moitié à gauche, une à droite")),
            ("across", _("de gauche à droite : une moitié en haut, une en bas")),
        ],
        widget=forms.RadioSelect,
        initial="down",
    )
    share = forms.IntegerField(
        label=_("Part de la première moitié (%)"),
        min_value=5,
        max_value=95,
        initial=50,
        help_text=_("Celle de gauche, ou celle du haut. 50 : deux moitiés de même largeur."),
    )
    first_number = NumberField(label=_("Numéro de la première moitié"))
    first_parts = forms.IntegerField(
        label=_("Pour combien de foyers ?"),
        min_value=0,
        max_value=MOST_PARTS,
        help_text=_("1 : individuelle ; 2 ou plus : partagée ; 0 : collective."),
    )
    second_number = NumberField(label=_("Numéro de la seconde moitié"))
    second_parts = forms.IntegerField(
        label=_("Pour combien de foyers ?"),
        min_value=0,
        max_value=MOST_PARTS,
        help_text=_("1 : individuelle ; 2 ou plus : partagée ; 0 : collective."),
    )
    field_order = [
        *("way", "share", "first_number", "first_parts", "second_number", "second_parts")
    ]

    def __init__(self, *args: Any, plot: Plot, tenancies: list[Tenancy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plot, self.tenancies = plot, tenancies
        for tenancy in tenancies:
            self.fields[f"keeps_{tenancy.pk}"] = forms.TypedChoiceField(
                label=_("Ce que garde le foyer : %(household)s")
                % {"household": tenancy.household.name},
                coerce=int,
                choices=[(0, _("la première moitié")), (1, _("la seconde moitié"))],
                widget=forms.RadioSelect,
                help_text=_("À sa demande : il choisit."),
            )
        self.order_fields([*self.field_order, *self._keeps, "on", "words"])

    @property
    def _keeps(self) -> list[str]:
        return [name for name in self.fields if name.startswith("keeps_")]

    @property
    def asked(self) -> dict[str, Any]:
        """As the verb wants it."""
        given = self.cleaned_data
        x, y, width, height = bounding_box(self.plot.outline)
        start, length = (x, width) if given["way"] == "down" else (y, height)
        return {
            "way": given["way"],
            "at": round(start + length * given["share"] / 100),
            "halves": (
                Half(number=given["first_number"], parts=given["first_parts"]),
                Half(number=given["second_number"], parts=given["second_parts"]),
            ),
            "keeps": {t.pk: given[f"keeps_{t.pk}"] for t in self.tenancies},
            "on": given["on"],
            "words": given["words"],
        }


class MergeForm(ChangeForm):
    other = forms.ModelChoiceField(
        label=_("À réunir à"),
        queryset=Plot.objects.none(),
        help_text=_("Les plus proches d’abord. L’allée qui les sépare y entre."),
    )
    number = NumberField(label=_("Numéro de la parcelle réunie"))
    parts = forms.IntegerField(
        label=_("Pour combien de foyers ?"),
        min_value=0,
        max_value=MOST_PARTS,
        required=False,
        help_text=_("Vide : autant que de foyers qui la cultivent déjà, une part chacun."),
    )
    field_order = ["other", "number", "parts", "on", "words"]

    def __init__(self, *args: Any, plot: Plot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Plot.objects.current().filter(garden=plot.garden).exclude(pk=plot.pk)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]
        near = sorted(others, key=lambda other: _distance(plot, other))
        self.fields["other"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((other.pk, self._say(other)) for other in near),
        ]

    @staticmethod
    def _say(plot: Plot) -> str:
        return str(
            _("Parcelle %(number)d, %(surface)s m²")
            % {"number": plot.number, "surface": Decimal(plot.surface_m2).normalize()}
        )


class RetireForm(ChangeForm):
    pass


def _distance(one: Plot, other: Plot) -> float:
    (x1, y1), (x2, y2) = middle_of(one.outline), middle_of(other.outline)
    return (x1 - x2) ** 2 + (y1 - y2) ** 2
