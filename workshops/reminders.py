"""Which reminders exist, and when. Whether the reason still stands is asked when the mail is composed."""

from collections.abc import Iterator
from datetime import datetime

from commons.notices.actions import drop_messages
from workshops import letters
from workshops.models import Booking, Workshop
from workshops.rules.reminders import MORNING, TWO_DAYS, WEEK, reminder_due_at


def write(booking: Booking, *, now: datetime) -> None:
    """Write a booking's reminders down, in its transaction, save those whose hour has already passed.

    Their keys carry the session's sequence: a moved session gets new ones.
    """
    session = booking.session
    for kind in _wanted(session.workshop):
        due_at = reminder_due_at(kind=kind, starts_at=session.starts_at, booked_at=now)
        if due_at:
            letters.tell(
                booking, letters.REMINDER, once=f"{kind}-{session.sequence}", due_at=due_at
            )


def rewrite(booking: Booking, *, now: datetime) -> None:
    """The session was moved: what was not sent yet is dropped, and written for the new date."""
    drop_messages(kind=letters.REMINDER, subject_id=booking.pk)
    write(booking, now=now)


def _wanted(workshop: Workshop) -> Iterator[str]:
    if workshop.reminds_week:
        yield WEEK
    if workshop.reminds_two_days:
        yield TWO_DAYS
    if workshop.reminds_morning:
        yield MORNING
