"""The three questions after a session: buttons to choose from, nothing to type, nothing about who answers."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.utils.functional import _StrPromise as StrPromise

    Choices = Sequence[tuple[object, StrPromise]]

LEARNED = [
    (4, _("Beaucoup")),
    (3, _("Pas mal")),
    (2, _("Un peu")),
    (1, _("Rien pour cette fois")),
]
YES_OR_NO = [("yes", _("Oui")), ("no", _("Non"))]


def _is_yes(answer: str) -> bool:
    return answer == "yes"


def _choice(
    label: "StrPromise", *, choices: "Choices", coerce: "Callable[[str], int]"
) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        coerce=coerce,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une réponse.")},
    )


def _yes_or_no(label: "StrPromise") -> forms.TypedChoiceField:
    return _choice(label, choices=YES_OR_NO, coerce=_is_yes)


class FeedbackForm(forms.Form):
    learned = _choice(_("Qu’en retirez-vous ?"), choices=LEARNED, coerce=int)
    met_someone = _yes_or_no(_("Avez-vous parlé avec quelqu’un que vous ne connaissiez pas ?"))
    would_return = _yes_or_no(_("Reviendriez-vous ?"))
