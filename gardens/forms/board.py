"""What is asked of whoever hangs a notice, or wonders about one."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.cms.picture_form import PictureFileField
from gardens.rules.things import NOTICE_HANGS, NOTICE_HANGS_AT_MOST


def in_two_weeks() -> date:
    return timezone.localdate() + NOTICE_HANGS


class NoticeForm(forms.Form):
    """A title, a few words, a date. Every household of the garden reads it."""

    title = forms.CharField(
        label=_("Titre"),
        max_length=80,
        error_messages={"required": _("Un titre, en quelques mots.")},
    )
    words = forms.CharField(
        label=_("Votre annonce"),
        max_length=600,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Dites ce que vous voulez annoncer.")},
        help_text=_("600 signes au plus. Les foyers de ce jardin la lisent, personne d’autre."),
    )
    until = forms.DateField(
        label=_("Affichée jusqu’au"),
        initial=in_two_weeks,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    picture = PictureFileField(label=_("Une photo"), required=False)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if until < today:
            raise forms.ValidationError(_("Cette date est passée : choisissez-en une à venir."))
        return min(until, today + NOTICE_HANGS_AT_MOST)

    def clean_picture(self) -> Any:
        return self.cleaned_data.get("picture") or ""


class ReportForm(forms.Form):
    because = forms.CharField(
        label=_("Qu’est-ce qui ne va pas ?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Dites-le en quelques mots, pour que l’équipe comprenne.")},
        help_text=_("Lu par l’équipe du jardin seulement. Votre nom n’est pas gardé."),
    )
