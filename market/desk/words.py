"""What a volunteer is told when a verb says no: beside which field, and how to go on."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from market import refusals

# For each refusal, the field it is about ("" for the whole form), and its sentence.
WORDS: dict[type[Exception], tuple[str, Callable[[Any], str]]] = {
    refusals.WrongDayStateError: (
        "",
        lambda said: (
            _("Ce jour de marché est « %(state)s » : revenez à son tableau, il a changé.")
            % {"state": said.market_day.get_state_display()}
        ),
    ),
    refusals.WindowOverError: (
        "until",
        lambda _said: _("Cette heure est passée : il n’y aurait plus le temps de commander."),
    ),
    refusals.AfterOpeningError: (
        "until",
        lambda _said: _("Les commandes ferment au plus tard quand la halle ouvre."),
    ),
    refusals.NotOpenYetError: (
        "",
        lambda _said: _("Le marché n’a pas encore ouvert : il ne peut pas être terminé."),
    ),
    refusals.DayIsOverError: (
        "",
        lambda _said: _("Le marché a eu lieu : annulez plutôt une commande à la fois."),
    ),
    refusals.ReasonMissingError: ("reason", lambda _said: _("Dites pourquoi : ce sera lu.")),
    refusals.NothingPlannedError: (
        "",
        lambda _said: _("Toutes ces dates ont déjà leur marché : rien n’a été ajouté."),
    ),
    refusals.NobodyToTellError: (
        "",
        lambda _said: _("Personne n’a d’adresse e-mail ici : rien n’a été envoyé."),
    ),
    refusals.SameDayError: ("source", lambda _said: _("Choisissez un autre jour.")),
}
REFUSALS = tuple(WORDS)


def say(refusal: Exception, *, form: forms.Form) -> None:
    """Put a refusal on the form, beside its field when the form has it."""
    field, words = WORDS[type(refusal)]
    form.add_error(field if field in form.fields else None, words(refusal))
