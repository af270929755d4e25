"""Thanks and three questions after a session. Nothing joins an answer to a person."""

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from workshops import letters
from workshops.models import Booking, Feedback, FeedbackTicket, Seat, Session
from workshops.refusals import TicketUsedError


def thank(*, session_id: int, now: datetime | None = None) -> int:
    """Write thanks down for those who came; once, however often it is called. Returns how many.

    Without a list kept at the door, everybody who was expected is thanked.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        session = Session.objects.select_for_update().get(pk=session_id)
        if session.is_cancelled or now < session.ends_at:
            return 0
        there = session.bookings.filter(state=Booking.State.CONFIRMED).exclude(email="")
        ticked = there.filter(seats__attendance=Seat.Attendance.CAME).distinct()
        for booking in ticked if ticked.exists() else there:
            letters.tell(booking, letters.THANKS)
        return there.count()


def new_ticket(session: Session) -> str:
    """A fresh right to answer; the secret goes in a mail, only its hash stays, with no date and no name."""
    secret = token_urlsafe(24)
    FeedbackTicket.objects.create(session=session, secret_hash=_hash(secret))
    return secret


def answer(*, secret: str, learned: int, met_someone: bool, would_return: bool) -> Feedback:
    """Write three answers down and tear the ticket up, in one go. Raises TicketUsedError."""
    with transaction.atomic(durable=True):
        ticket = (
            FeedbackTicket.objects.select_for_update().filter(secret_hash=_hash(secret)).first()
        )
        if ticket is None:
            raise TicketUsedError
        feedback = Feedback.objects.create(
            session_id=ticket.session_id,
            learned=learned,
            met_someone=met_someone,
            would_return=would_return,
        )
        ticket.delete()
    return feedback


def session_of_ticket(secret: str) -> Session | None:
    """What a ticket is about, while it can still be used."""
    ticket = FeedbackTicket.objects.select_related("session__workshop")
    found = ticket.filter(secret_hash=_hash(secret)).first()
    return found.session if found else None


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
