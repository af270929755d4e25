"""What is asked of a recurring basket: its rhythm, its pause, how much of each product."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from market.models import RecurringList


class RecurringLineForm(forms.Form):
    """How much of a product to have in the list; zero takes it out."""

    line = forms.IntegerField(min_value=1)
    quantity = forms.DecimalField(min_value=Decimal(0), max_digits=9, decimal_places=3)


class ArrangeForm(forms.ModelForm):
    class Meta:
        model = RecurringList
        fields = ["rhythm", "name"]
        widgets = {"rhythm": forms.RadioSelect}
        labels = {"rhythm": _("Le préparer"), "name": _("Lui donner un nom")}
        help_texts = {
            "name": _("Pour vous seul·e : « Légumes de la semaine », « Le samedi avec Sacha ».")
        }

    def clean_name(self) -> str:
        """On one line, for it goes into a mail."""
        return " ".join(self.cleaned_data["name"].split())


class PauseForm(forms.Form):
    """Until when; nothing written, until further notice."""

    resumes_on = forms.DateField(
        label=_("Reprendre à partir du"),
        required=False,
        help_text=_("Laissez vide pour reprendre quand vous le direz."),
        error_messages={"invalid": _("Écrivez une date, par exemple 2027-01-09.")},
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["resumes_on"].widget.attrs["min"] = timezone.localdate().isoformat()

    def clean_resumes_on(self) -> date | None:
        day: date | None = self.cleaned_data["resumes_on"]
        if day is not None and day <= timezone.localdate():
            raise forms.ValidationError(_("Choisissez un jour à venir."))
        return day
