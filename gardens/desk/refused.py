"""What the committee is told when a verb says no: beside which field, and how to go on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gardens import refusals

# For each refusal, the field it is about ("" for the whole form), and its sentence.
WORDS: dict[type[Exception], tuple[str, Any]] = {
    refusals.NotWaitingError: ("request", _("Ce foyer n’attend plus.")),
    refusals.OfferStandsError: (
        "request",
        _("Ce foyer a déjà une proposition : attendez sa réponse, ou reprenez-la."),
    ),
    refusals.PlotFullError: (
        "",
        _(
            "Cette parcelle vient d’être proposée, ou confiée, à un autre foyer. Rien n’a été envoyé."
        ),
    ),
    refusals.ReasonMissingError: ("reason", _("Dites pourquoi : ce sera gardé, et lu.")),
    refusals.CornerGoneError: ("", _("Ce coin n’est plus proposé.")),
    refusals.MatchStandsError: ("", _("Ce coin attend déjà deux réponses.")),
    refusals.MatchGoneError: ("", _("Ce rapprochement est déjà terminé.")),
    refusals.NobodySuitsError: ("request", _("Ce foyer n’attend plus.")),
    refusals.NotSuitedError: ("request", _("Ce coin ne convient plus à ce foyer.")),
    refusals.OfferGoneError: ("", _("Cette proposition a déjà sa réponse.")),
}
REFUSALS = tuple(WORDS)


def say(refusal: Exception, *, form: forms.Form) -> None:
    """Put a refusal on the form, beside its field when the form has it."""
    field, words = WORDS[type(refusal)]
    form.add_error(field if field in form.fields else None, words)
