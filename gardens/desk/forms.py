"""What each verb of the committee asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from gardens.models import Criterion, PlotRequest
from gardens.models.criterion import LONGEST_HEAD_START
from gardens.words import say_ordinal

REASON = forms.Textarea({"rows": 3})


class OfferPlotForm(forms.Form):
    """To whom, from when; and why, when it is not whom the rules propose."""

    request = forms.TypedChoiceField(
        label=_("À quel foyer ?"),
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("Dans l’ordre de la liste ; celui que les règles proposent est coché."),
    )
    starts_on = forms.DateField(label=_("À partir du"), widget=AdminDateInput)
    reason = forms.CharField(
        label=_("Pourquoi ce foyer ?"),
        max_length=400,
        required=False,
        widget=REASON,
        help_text=_("À dire seulement si ce n’est pas celui que les règles proposent."),
    )

    def __init__(self, *args: Any, line: list[PlotRequest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["request"].choices = [  # type: ignore[attr-defined]
            (asked.pk, f"{say_ordinal(rank)} · {asked.name} · {asked.get_wish_display()}")
            for rank, asked in enumerate(line, start=1)
        ]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=400,
        widget=REASON,
        help_text=_("Le foyer le lira tel quel."),
    )


class CriteriaForm(forms.Form):
    """Days of head start for each criterion; none takes it away."""

    reason = forms.CharField(
        label=_("Pourquoi ce changement ?"),
        max_length=400,
        widget=REASON,
        help_text=_("Gardé au journal du jardin, avec la date de la décision."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in Criterion.Kind:
            self.fields[kind.value] = forms.IntegerField(
                label=str(kind.label),
                min_value=0,
                max_value=LONGEST_HEAD_START,
                required=False,
                help_text=_("Jours d’avance ; 0 : le critère ne compte pas."),
            )
        self.order_fields([kind.value for kind in Criterion.Kind])

    def days(self) -> dict[str, int]:
        """Days by kind, once the form is valid."""
        return {kind.value: self.cleaned_data[kind.value] or 0 for kind in Criterion.Kind}
