"""Which reminders exist, and when. Whether the reason still stands is asked when the mail is composed."""

from datetime import datetime

from workshops import letters, rules
from workshops.models import Booking


def write(booking: Booking, *, now: datetime) -> None:
    """Write a booking's reminder down, in its transaction, unless its hour has already passed."""
    due_at = rules.reminder_due_at(starts_at=booking.session.starts_at, booked_at=now)
    if due_at:
        letters.write(booking, letters.REMINDER, due_at=due_at)
