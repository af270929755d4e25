"""What a volunteer is told when a verb of plots says no: beside which field, and how to go on."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from gardens import refusals

# For each refusal, the field it is about ("" for the whole form), and its sentence.
WORDS: dict[type[Exception], tuple[str, Callable[[Any], str]]] = {
    refusals.ChangeDateError: (
        "on",
        lambda _said: _("Un jour passé ou aujourd’hui, et pas avant que cette parcelle n’existe."),
    ),
    refusals.ChoiceMissingError: (
        "",
        lambda _said: _(
            "Dites quelle moitié chaque foyer garde. L’un d’eux est parti depuis ce jour ? Choisissez un jour"
            " après son départ."
        ),
    ),
    refusals.NotCuttableError: (
        "share",
        lambda _said: _(
            "Cette ligne ne fait pas deux parcelles cultivables : déplacez-la, ou changez son sens."
        ),
    ),
    refusals.NotJoinableError: (
        "other",
        lambda _said: _(
            "Une autre parcelle se trouve entre les deux : rapprochez-les d’abord sur le plan."
        ),
    ),
    refusals.NumberTakenError: (
        "",
        lambda said: (
            _("Le numéro %(number)d est déjà pris dans ce jardin.") % {"number": said.number}
        ),
    ),
    refusals.NoPartLeftError: (
        "",
        lambda said: (
            _("La parcelle %(number)d n’a pas assez de parts pour ses foyers.")
            % {"number": said.number}
        ),
    ),
    refusals.PlotHeldError: (
        "",
        lambda _said: _(
            "Un foyer la cultive encore, ou la cultivera : mettez d’abord fin à son attribution."
        ),
    ),
    refusals.PlotPromisedError: (
        "",
        lambda _said: _(
            "Une proposition attend sa réponse pour cette parcelle : attendez-la, ou reprenez-la."
        ),
    ),
    refusals.PlotRetiredError: (
        "",
        lambda _said: _("L’une de ces parcelles vient d’être divisée, réunie ou retirée."),
    ),
}
REFUSALS = tuple(WORDS)


def say_refusal(refusal: Exception, *, form: forms.Form) -> None:
    """Write the sentence on the form."""
    field, sentence = WORDS[type(refusal)]
    form.add_error(field if field in form.fields else None, sentence(refusal))
