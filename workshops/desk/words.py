"""What a volunteer is told when a verb says no: beside which field, and how to go on."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops import refusals
from workshops.rules.prices import PriceNotOnListError

# For each refusal, the field it is about ("" for the whole form), and its sentence.
WORDS: dict[type[Exception], tuple[str, Callable[[Any], str]]] = {
    refusals.SessionClosedError: (
        "",
        lambda _said: _("Cette séance a commencé, est annulée, ou se passe d’inscription."),
    ),
    refusals.DateRefusedError: (
        "starts_at",
        lambda _said: _(
            "Cette date ne va pas : elle est passée, finit avant de commencer, ou est déjà celle"
            " d’une séance de cet atelier au même endroit."
        ),
    ),
    refusals.CapacityBelowSeatsError: (
        "capacity",
        lambda said: (
            ngettext(
                "%(taken)d place est promise : on ne la reprend pas. Demandez d’abord si la personne"
                " veut bien la rendre.",
                "%(taken)d places sont promises : on ne les reprend pas. Demandez d’abord qui veut"
                " bien rendre la sienne.",
                said.taken,
            )
            % {"taken": said.taken}
        ),
    ),
    refusals.TooManyPlacesError: (
        "capacity",
        lambda said: (
            ngettext(
                "Pas plus de %(limit)d place, ici.",
                "Pas plus de %(limit)d places, ici.",
                said.limit,
            )
            % {"limit": said.limit}
        ),
    ),
    refusals.ReasonMissingError: ("reason", lambda _said: _("Dites pourquoi : ce sera lu.")),
    refusals.NotEnoughSeatsError: (
        "seats",
        lambda said: (
            ngettext(
                "Il ne reste que %(left)d place.", "Il ne reste que %(left)d places.", said.left
            )
            % {"left": said.left}
            if said.left
            else _("C’est complet, ou promis à qui attend. Proposez la liste d’attente.")
        ),
    ),
    refusals.GuardianMissingError: (
        "guardian",
        lambda _said: _("Quelqu’un a moins de 18 ans : qui en répond ?"),
    ),
    PriceNotOnListError: ("price", lambda _said: _("Ce montant n’est pas proposé.")),
}
REFUSALS = tuple(WORDS)


def say(refusal: Exception, *, form: forms.Form) -> None:
    """Put a refusal on the form, beside its field when the form has it."""
    field, words = WORDS[type(refusal)]
    form.add_error(field if field in form.fields else None, words(refusal))
