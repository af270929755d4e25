"""Which reminders exist, and when. Whether the reason still stands is asked when the mail is composed."""

from datetime import datetime

from commons.notices.actions import drop_messages
from gardens import letters
from gardens.models import Duty, Loan
from gardens.rules.rota import EVENING, MORNING, reminder_due_at
from gardens.rules.things import BACK_LATE, BACK_SOON, back_due_at


def write(duty: Duty, *, now: datetime) -> None:
    """Write a duty's reminders down, in its transaction, save those whose hour has already passed.

    Their keys carry the turn's sequence: one reinstated gets new ones.
    """
    for kind in (EVENING, MORNING):
        due_at = reminder_due_at(kind=kind, starts_at=duty.starts_at, now=now)
        if due_at:
            once = f"{kind}-{duty.turn.sequence}"
            letters.tell(duty, letters.TURN_REMINDER, once=once, due_at=due_at)


def drop(duty: Duty) -> None:
    """What is still to be sent has no object: the place was given back, or the turn called off."""
    drop_messages(kind=letters.TURN_REMINDER, subject_id=duty.pk)


def write_for_loan(loan: Loan, *, now: datetime) -> None:
    """Ask for a thing back before its end, and once more the day after."""
    if loan.ends_at is None:
        return
    for kind in (BACK_SOON, BACK_LATE):
        due_at = back_due_at(kind=kind, ends_at=loan.ends_at, now=now)
        if due_at:
            letters.tell_borrower(loan, letters.THING_BACK, once=kind, due_at=due_at)
