"""What the committee is asked at each step of the path of care."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.images.widgets import AdminImageChooser

from commons.cms.models import Picture
from gardens.rules import care

WORDS = forms.Textarea({"rows": 4})


class StepForm(forms.Form):
    words = forms.CharField(
        label=_("Vos mots"),
        max_length=1000,
        widget=WORDS,
        help_text=_("Le foyer les lit tels quels : ce que l’on voit, jamais un reproche."),
    )


class VisitForm(StepForm):
    photo = forms.ModelChoiceField(
        label=_("Photo"),
        queryset=Picture.objects.all(),
        required=False,
        widget=AdminImageChooser,
        help_text=_("De la parcelle seule. Le foyer la voit à sa page."),
    )


class ReleaseForm(StepForm):
    last_day = forms.DateField(
        label=_("Dernier jour"),
        widget=AdminDateInput,
        help_text=_("Deux semaines au moins : le temps de récolter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = timezone.localdate() + care.TO_HARVEST
