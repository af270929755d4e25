"""A word to the hall about an order."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WordForm(forms.Form):
    words = forms.CharField(
        label=_("Votre message à la halle"),
        help_text=_("Un retard, une absence, un produit abîmé : quelqu’un lit et vous répond."),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Écrivez d’abord votre message.")},
    )
