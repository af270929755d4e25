"""What workshops write to people. Composed when the mail leaves, so that it tells how things stand then."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.calendars import calendar_file
from commons.notices.actions import write_message
from commons.notices.letters import Attachment, Letter
from commons.notices.models import Message
from workshops import agenda
from workshops.models import Booking, Session

CONFIRMED = "workshops.confirmed"
CANCELLED = "workshops.cancelled"
REMINDER = "workshops.reminder"


def write(booking: Booking, kind: str, *, due_at: datetime | None = None) -> None:
    """Write one mail of a booking down; the key makes it leave once."""
    write_message(
        key=f"booking:{booking.pk}:{kind.rpartition('.')[2]}",
        kind=kind,
        subject_id=booking.pk,
        to=booking.email,
        language=booking.language,
        due_at=due_at,
    )


def booking_confirmed(message: Message) -> Letter | None:
    booking = _booking(message)
    if booking.state == Booking.State.CANCELLED:
        return None
    entry = agenda.entry_of(booking.session)
    return Letter(
        subject=_("C’est réservé : %(workshop)s") % {"workshop": booking.session.workshop.name},
        template="workshops/emails/booking_confirmed",
        context=_context(booking),
        attachments=(
            Attachment(
                name="atelier.ics",
                content=calendar_file([entry]),
                mimetype="text/calendar",
            ),
        ),
    )


def booking_cancelled(message: Message) -> Letter | None:
    booking = _booking(message)
    return Letter(
        subject=_("Réservation annulée : %(workshop)s")
        % {"workshop": booking.session.workshop.name},
        template="workshops/emails/booking_cancelled",
        context=_context(booking),
    )


def session_reminder(message: Message) -> Letter | None:
    """Nothing to say when the booking or the session was cancelled, or the hour has passed."""
    booking = _booking(message)
    session = booking.session
    if (
        booking.state == Booking.State.CANCELLED
        or session.state == Session.State.CANCELLED
        or session.starts_at <= timezone.now()
    ):
        return None
    return Letter(
        subject=_("Bientôt : %(workshop)s") % {"workshop": session.workshop.name},
        template="workshops/emails/session_reminder",
        context=_context(booking),
    )


def _booking(message: Message) -> Booking:
    return Booking.objects.select_related("session__workshop", "session__place").get(
        pk=message.subject_id
    )


def _context(booking: Booking) -> dict[str, object]:
    return {
        "booking": booking,
        "session": booking.session,
        "seats": booking.seats.count(),
        "link": settings.SITE_URL + booking.get_absolute_url(),
    }
