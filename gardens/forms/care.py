"""A household's answer on the path of care."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Votre réponse"),
        max_length=1000,
        help_text=_(
            "Ce que vous voulez en dire, rien de plus. L’équipe du jardin la lit, personne d’autre."
        ),
        error_messages={"required": _("Quelques mots suffisent : « je reviens en avril ».")},
        widget=forms.Textarea({"rows": 5}),
    )
