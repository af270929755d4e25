"""What the committee is told when a verb says no: beside which field, and how to go on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commons.cms.spoken import say_day
from commons.payments.provider import ProviderUnreachableError
from gardens import refusals
from gardens.rules.fees import FeeRefusedError

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
    refusals.NothingDueError: ("", _("Ce foyer ne doit rien, ou rien n’est gardé pour lui.")),
    refusals.SeasonClosedError: ("", _("Cette saison, ou cette attribution, est terminée.")),
    refusals.SeasonsOverlapError: (
        "starts_on",
        _("Une autre saison de ce jardin court à ces dates."),
    ),
    refusals.CharterDraftError: (
        "charter",
        _("Cette charte n’est pas encore en vigueur le premier jour."),
    ),
    refusals.PlaceGoneError: ("", _("La parcelle a été proposée à un autre foyer depuis.")),
    refusals.SignatureMissingError: ("signed_by", _("La charte attend un nom sous elle.")),
    FeeRefusedError: ("amount", _("Ce montant est sous le plancher, ou sur aucun palier.")),
    refusals.PromiseStandsError: (
        "",
        _(
            "Ce foyer est confirmé et a répondu : sa parcelle est la sienne. Si elle semble"
            " délaissée, prenez de ses nouvelles."
        ),
    ),
    refusals.CaseOpenError: ("", _("On prend déjà des nouvelles de cette parcelle.")),
    refusals.NotNextStepError: ("", _("Ce n’est pas l’étape suivante.")),
    refusals.AnswerUnreadError: ("", _("Le foyer a répondu : lisez sa réponse d’abord.")),
    refusals.TooSoonError: ("last_day", _("C’est trop tôt.")),
    ProviderUnreachableError: ("", _("Le paiement par carte ne répond pas. Réessayez bientôt.")),
}
REFUSALS = tuple(WORDS)


def say(refusal: Exception, *, form: forms.Form) -> None:
    """Put a refusal on the form, beside its field when the form has it."""
    field, words = WORDS[type(refusal)]
    if isinstance(refusal, refusals.TooSoonError):
        words = _("Pas avant le %(day)s.") % {"day": say_day(refusal.earliest)}
    if isinstance(refusal, refusals.ReasonMissingError) and "words" in form.fields:
        field = "words"
    form.add_error(field if field in form.fields else None, words)
