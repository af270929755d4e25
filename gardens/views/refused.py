"""A refusal, said with what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gardens import refusals

Refusal = type[Exception]


def say(refusal: Exception) -> str:
    """Why a verb said no, and what one may do instead."""
    words: dict[Refusal, str] = {
        refusals.TurnFullError: _("Ce tour vient d’être pris. Il en reste d’autres plus bas."),
        refusals.TurnOverError: _("Ce tour a commencé : on ne peut plus le changer."),
        refusals.TurnCalledOffError: _("Ce tour est annulé : rien à faire."),
        refusals.TwoAtOnceError: _(
            "Un des deux foyers a déjà un tour à cette heure-là. Choisissez un autre moment."
        ),
        refusals.NotTheirsError: _("Ce n’est plus possible : cela a changé entre-temps."),
        refusals.AlreadyTakenError: _("Quelqu’un a été plus rapide. Merci quand même !"),
        refusals.NotYetError: _(
            "Un tour se dit fait quand il a commencé, et dans les deux semaines."
        ),
        refusals.ThingGoneError: _("Il n’en reste pas assez. Demandez-en moins, ou autre chose."),
        refusals.ThingBusyError: _("Ces heures sont déjà réservées. Choisissez-en d’autres."),
        refusals.NoticeGoneError: _("Cette annonce n’est plus affichée."),
    }
    return words[type(refusal)]


REFUSALS = (
    refusals.TurnFullError,
    refusals.TurnOverError,
    refusals.TurnCalledOffError,
    refusals.TwoAtOnceError,
    refusals.NotTheirsError,
    refusals.AlreadyTakenError,
    refusals.NotYetError,
    refusals.ThingGoneError,
    refusals.ThingBusyError,
    refusals.NoticeGoneError,
)


@contextmanager
def telling(request: HttpRequest, done: str = "") -> Iterator[None]:
    """Say what was done, or why it was not, on the next page."""
    try:
        yield
    except REFUSALS as refusal:
        messages.error(request, say(refusal))
    else:
        if done:
            messages.success(request, done)
