"""The words of letters, found when the mail leaves, so that it tells how things stand then.

Each returns None when its reason no longer stands.
"""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.calendars import calendar_file
from commons.notices.letters import Attachment, Letter
from commons.notices.models import Message
from workshops import agenda, queries
from workshops.letters import kinds
from workshops.models import Booking, CircularCopy, Offer, Session, WaitingEntry


def confirmed(message: Message) -> Letter | None:
    """With the calendar file of each session: one, or a whole cycle."""
    booking = _booking(message)
    if not booking.is_confirmed:
        return None
    return _of_booking(
        booking, _("C’est réservé : %(workshop)s"), "booking_confirmed", calendar=True
    )


def changed(message: Message) -> Letter | None:
    booking = _booking(message)
    if not booking.is_confirmed:
        return None
    return _of_booking(booking, _("Vos places ont changé : %(workshop)s"), "booking_changed")


def cancelled(message: Message) -> Letter | None:
    return _of_booking(
        _booking(message),
        _("Réservation annulée : %(workshop)s"),
        "booking_cancelled",
        calendar=True,
    )


def expired(message: Message) -> Letter | None:
    booking = _booking(message)
    if booking.state != Booking.State.EXPIRED:
        return None
    return _of_booking(booking, _("Places non payées : %(workshop)s"), "booking_expired")


def paid_too_late(message: Message) -> Letter | None:
    return _of_booking(
        _booking(message), _("Nous vous remboursons : %(workshop)s"), "paid_too_late"
    )


def moved(message: Message) -> Letter | None:
    booking = _booking(message)
    if booking.session.is_cancelled or booking.state == Booking.State.CANCELLED:
        return None
    return _of_booking(
        booking, _("Changement de date ou de lieu : %(workshop)s"), "session_moved", calendar=True
    )


def called_off(message: Message) -> Letter | None:
    return _of_booking(
        _booking(message), _("Séance annulée : %(workshop)s"), "session_called_off", calendar=True
    )


def reminder(message: Message) -> Letter | None:
    booking = _booking(message)
    session = booking.session
    if not booking.is_confirmed or session.is_cancelled or session.starts_at <= timezone.now():
        return None
    return _of_booking(booking, _("Bientôt : %(workshop)s"), "session_reminder")


def thanks(message: Message) -> Letter | None:
    """The invitation to answer is made here: its secret is in this mail and nowhere else."""
    from workshops.actions.feedback import new_ticket

    booking = _booking(message)
    answer = reverse("workshops:feedback", args=[new_ticket(booking.session)])
    return _of_booking(
        booking,
        _("Merci d’être venu·e : %(workshop)s"),
        "session_thanks",
        feedback_link=settings.SITE_URL + answer,
    )


def waiting(message: Message) -> Letter | None:
    entry = _entry(message)
    if entry.state != WaitingEntry.State.WAITING:
        return None
    return _of_entry(entry, _("Sur la liste d’attente : %(workshop)s"), "waiting")


def waiting_moved(message: Message) -> Letter | None:
    entry = _entry(message)
    if entry.state not in WaitingEntry.IN_LIST:
        return None
    return _of_entry(entry, _("Changement de date ou de lieu : %(workshop)s"), "waiting_moved")


def offer_expired(message: Message) -> Letter | None:
    return _of_entry(
        _entry(message),
        _("La place est passée à quelqu’un d’autre : %(workshop)s"),
        "offer_expired",
    )


def offer_revoked(message: Message) -> Letter | None:
    return _of_entry(
        _entry(message), _("La séance proposée n’aura pas lieu : %(workshop)s"), "offer_revoked"
    )


def list_closed(message: Message) -> Letter | None:
    return _of_entry(_entry(message), _("Séance annulée : %(workshop)s"), "list_closed")


def offered(message: Message) -> Letter | None:
    offer = Offer.objects.select_related(
        "entry__session__workshop", "session__workshop", "session__place"
    ).get(pk=message.subject_id)
    if not offer.is_alive(at=timezone.now()):
        return None
    return _letter(
        offer.session,
        _("Une place pour vous : %(workshop)s"),
        "offered",
        offer=offer,
        entry=offer.entry,
        link=settings.SITE_URL + offer.get_absolute_url(),
    )


def circular(message: Message) -> Letter | None:
    copy = CircularCopy.objects.select_related(
        "circular", "booking__session__workshop", "booking__session__place"
    ).get(pk=message.subject_id)
    booking = copy.booking
    if not booking.is_confirmed:
        return None
    return Letter(
        subject=copy.circular.subject,
        template="workshops/emails/circular",
        context={
            "circular": copy.circular,
            "booking": booking,
            "session": booking.session,
            "link": settings.SITE_URL + booking.get_absolute_url(),
        },
    )


COMPOSERS = {
    kinds.CONFIRMED: confirmed,
    kinds.CHANGED: changed,
    kinds.CANCELLED: cancelled,
    kinds.EXPIRED: expired,
    kinds.PAID_TOO_LATE: paid_too_late,
    kinds.MOVED: moved,
    kinds.CALLED_OFF: called_off,
    kinds.REMINDER: reminder,
    kinds.THANKS: thanks,
    kinds.WAITING: waiting,
    kinds.WAITING_MOVED: waiting_moved,
    kinds.OFFER_EXPIRED: offer_expired,
    kinds.OFFER_REVOKED: offer_revoked,
    kinds.LIST_CLOSED: list_closed,
    kinds.OFFERED: offered,
    kinds.CIRCULAR: circular,
}


def _booking(message: Message) -> Booking:
    return Booking.objects.select_related("session__workshop", "session__place", "made_by").get(
        pk=message.subject_id
    )


def _entry(message: Message) -> WaitingEntry:
    return WaitingEntry.objects.select_related("session__workshop", "session__place").get(
        pk=message.subject_id
    )


def _of_booking(
    booking: Booking, subject: str, template: str, *, calendar: bool = False, **more: Any
) -> Letter:
    sessions = queries.sessions_of_booking(booking)
    seats = queries.seats_of(booking)
    return _letter(
        booking.session,
        subject,
        template,
        calendar=sessions if calendar else [],
        booking=booking,
        sessions=sessions,
        seats=seats,
        total_cents=sum(seat.price_cents for seat in seats) * len(sessions),
        link=settings.SITE_URL + booking.get_absolute_url(),
        **more,
    )


def _of_entry(entry: WaitingEntry, subject: str, template: str) -> Letter:
    return _letter(
        entry.session,
        subject,
        template,
        entry=entry,
        rank=queries.rank_of(entry),
        link=settings.SITE_URL + entry.get_absolute_url(),
    )


def _letter(
    session: Session,
    subject: str,
    template: str,
    *,
    calendar: list[Session] | None = None,
    **context: Any,
) -> Letter:
    return Letter(
        subject=subject % {"workshop": session.workshop.name},
        template=f"workshops/emails/{template}",
        context={"session": session, **context},
        attachments=tuple(_files(calendar or [])),
    )


def _files(sessions: list[Session]) -> list[Attachment]:
    if not sessions:
        return []
    return [
        Attachment(
            name="atelier.ics",
            content=calendar_file([agenda.entry_of(session) for session in sessions]),
            mimetype="text/calendar",
        )
    ]
