"""Why a verb said no, beside the field it is about."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day
from workshops.forms.seats import GUARDIAN_MISSING
from workshops.models import Session
from workshops.refusals import (
    GuardianMissingError,
    NotEnoughSeatsError,
    OfferGoneError,
    PartyTooLargeError,
    SessionClosedError,
    StillRoomError,
)
from workshops.rules.prices import PriceNotOnListError

REFUSALS = (
    SessionClosedError,
    NotEnoughSeatsError,
    GuardianMissingError,
    PriceNotOnListError,
    PartyTooLargeError,
    StillRoomError,
    OfferGoneError,
)


def put(form: forms.Form, refusal: Exception, *, of_cycle: bool = False) -> None:
    """Say on the form why nothing was done. What was typed stays there."""
    field, sentence = _sentence(refusal, of_cycle=of_cycle)
    form.add_error(field if field in form.fields else None, sentence)


def _sentence(refusal: Exception, *, of_cycle: bool) -> tuple[str, str]:
    if isinstance(refusal, NotEnoughSeatsError):
        return "seats", _full_session(refusal) if of_cycle else shortage(refusal.left)
    if isinstance(refusal, GuardianMissingError):
        return "guardian", str(GUARDIAN_MISSING)
    if isinstance(refusal, PartyTooLargeError):
        return "seats", _("Cette séance n’aura jamais autant de places ensemble.")
    if isinstance(refusal, StillRoomError):
        return "", _("Il reste des places pour vous : réservez-les, sans attendre.")
    if isinstance(refusal, PriceNotOnListError):
        return "", _(
            "Les tarifs viennent de changer. Rien n’a été réservé : choisissez de nouveau."
        )
    if isinstance(refusal, OfferGoneError):
        return "", _("Cette proposition n’est plus valable.")
    return "", _("Les réservations de cette séance sont closes.")


def shortage(left: int) -> str:
    if not left:
        return _("La dernière place vient d’être prise. Rien n’a été réservé.")
    return ngettext(
        "Il ne reste qu’une place. Rien n’a été réservé.",
        "Il ne reste que %(left)d places. Rien n’a été réservé.",
        left,
    ) % {"left": left}


def _full_session(refusal: NotEnoughSeatsError) -> str:
    """A cycle is booked whole or not at all: which session stops it."""
    session = Session.objects.get(pk=refusal.session_id or 0)
    found = (
        ngettext(
            "La séance du %(day)s n’a plus qu’une place.",
            "La séance du %(day)s n’a plus que %(left)d places.",
            refusal.left,
        )
        if refusal.left
        else _("La séance du %(day)s est complète.")
    )
    rule = _("Le cycle se réserve en entier ou pas du tout : rien n’a été réservé.")
    return f"{found % {'day': say_day(session.starts_at), 'left': refusal.left}} {rule}"
