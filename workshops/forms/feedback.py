"""The three questions after a session: buttons to choose from, nothing to type, nothing about who answers."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

LEARNED = [
    (4, _("Beaucoup")),
    (3, _("Pas mal")),
    (2, _("Un peu")),
    (1, _("Rien pour cette fois")),
]
YES_OR_NO = [("yes", _("Oui")), ("no", _("Non"))]


def _is_yes(answer: str) -> bool:
    return answer == "yes"


def _yes_or_no(label: "StrPromise") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=YES_OR_NO, coerce=_is_yes, widget=forms.RadioSelect
    )


class FeedbackForm(forms.Form):
    learned = forms.TypedChoiceField(
        label=_("Qu’en retirez-vous ?"), choices=LEARNED, coerce=int, widget=forms.RadioSelect
    )
    met_someone = _yes_or_no(_("Avez-vous parlé avec quelqu’un que vous ne connaissiez pas ?"))
    would_return = _yes_or_no(_("Reviendriez-vous ?"))
