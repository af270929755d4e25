"""Letters to those who booked. Each is None when its reason no longer stands."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.calendars import CANCEL, PUBLISH, calendar_file
from commons.cms.spoken import say_round_price
from commons.codes import pictured
from commons.notices.letters import Attachment, Letter, Picture
from commons.notices.models import Message
from workshops import agenda, paying, queries
from workshops.door.codes import address_of
from workshops.letters import facts
from workshops.models import Booking, CircularCopy, Session

DOOR_CODE = "code"  # the name of its picture in the mail


def confirmed(message: Message) -> Letter | None:
    """With a calendar file and the code for the door: of one session, or of a whole cycle."""
    booking = _booking(message)
    if not booking.is_confirmed:
        return None
    sessions = [one for one in queries.sessions_of_booking(booking) if not one.is_cancelled]
    return _letter(
        booking,
        _("C’est réservé : %(workshop)s"),
        "booking_confirmed",
        sessions=sessions,
        file=PUBLISH,
        code=len(sessions) == 1,
        made_by=facts.made_by(booking),
    )


def changed(message: Message) -> Letter | None:
    booking = _booking(message)
    if not booking.is_confirmed:
        return None
    fewer = booking.seats.exclude(released_at=None).exists()
    return _letter(
        booking,
        _("Vos places ont changé : %(workshop)s"),
        "booking_changed",
        refund=facts.refund(booking) if fewer else "",
    )


def cancelled(message: Message) -> Letter | None:
    booking = _booking(message)
    if booking.state != Booking.State.CANCELLED:
        return None
    return _letter(
        booking,
        _("Réservation annulée : %(workshop)s"),
        "booking_cancelled",
        file=CANCEL,
        refund=facts.refund(booking),
    )


def expired(message: Message) -> Letter | None:
    booking = _booking(message)
    if booking.state != Booking.State.EXPIRED:
        return None
    return _letter(booking, _("Places non payées : %(workshop)s"), "booking_expired")


def paid_too_late(message: Message) -> Letter | None:
    booking = _booking(message)
    back = paying.paid_back_cents(booking)
    return _letter(
        booking,
        _("Nous vous remboursons : %(workshop)s"),
        "paid_too_late",
        amount=say_round_price(back),
    )


def moved(message: Message) -> Letter | None:
    """Only the last of several moves is told."""
    booking = _booking(message)
    session = booking.session
    stands = booking.state in (Booking.State.CONFIRMED, Booking.State.HELD)
    if session.is_cancelled or not stands or _once(message) != str(session.sequence):
        return None
    return _letter(
        booking,
        _("Changement de date ou de lieu : %(workshop)s"),
        "session_moved",
        file=PUBLISH if booking.is_confirmed else "",
        before=facts.before(session),
    )


def called_off(message: Message) -> Letter | None:
    booking = _booking(message)
    if not booking.session.is_cancelled:
        return None
    return _letter(
        booking,
        _("Séance annulée : %(workshop)s"),
        "session_called_off",
        file=CANCEL,
        refund=facts.refund_in_full(booking),
    )


def reminder(message: Message) -> Letter | None:
    """With two links: I come, I leave my seat. After a long silence of the worker, only the last one due."""
    booking = _booking(message)
    session, now = booking.session, timezone.now()
    if not booking.is_confirmed or session.is_cancelled or session.starts_at <= now:
        return None
    later = Message.objects.filter(
        kind=message.kind,
        subject_id=booking.pk,
        state=Message.State.DUE,
        due_at__gt=message.due_at,
        due_at__lte=now,
    )
    if later.exists():
        return None
    return _letter(
        booking,
        _("Bientôt : %(workshop)s"),
        "session_reminder",
        code=True,
        coming_link=_address("coming", booking.token),
        leaving_link=_address("cancel", booking.token),
    )


def thanks(message: Message) -> Letter | None:
    """The invitation to answer is made here: its secret is in this mail and nowhere else."""
    from workshops.actions.feedback import new_ticket

    booking = _booking(message)
    if not booking.is_confirmed or booking.session.is_cancelled:
        return None
    return _letter(
        booking,
        _("Merci d’être venu·e : %(workshop)s"),
        "session_thanks",
        feedback_link=_address("feedback", new_ticket(booking.session)),
    )


def circular(message: Message) -> Letter | None:
    copy = CircularCopy.objects.select_related("circular").get(pk=message.subject_id)
    booking = _read(copy.booking_id)
    if not booking.is_confirmed:
        return None
    return _letter(booking, copy.circular.subject, "circular", circular=copy.circular)


def _booking(message: Message) -> Booking:
    return _read(message.subject_id)


def _read(booking_id: int) -> Booking:
    rows = Booking.objects.select_related("session__workshop", "session__place", "made_by")
    return rows.get(pk=booking_id)


def _once(message: Message) -> str:
    """What tells this letter apart from others of its kind: the last part of its key."""
    return message.key.rpartition(":")[2]


def _address(name: str, secret: str) -> str:
    return settings.SITE_URL + reverse(f"workshops:{name}", args=[secret])


def _letter(
    booking: Booking,
    subject: str,
    template: str,
    *,
    sessions: Sequence[Session] = (),
    file: str = "",
    code: bool = False,
    **more: Any,
) -> Letter:
    """``file`` is the method of the calendar file that goes with it; empty, none does.

    ``code``: with what opens the door, where there is one.
    """
    shows_code = code and booking.session.place is not None
    told = sessions or [booking.session]
    return Letter(
        subject=subject.replace("%(workshop)s", booking.session.workshop.name),
        template=f"workshops/emails/{template}",
        context={
            "booking": booking,
            "session": booking.session,
            "facts": facts.of_booking(booking, told, now=timezone.now()),
            "link": settings.SITE_URL + booking.get_absolute_url(),
            "door_code": DOOR_CODE if shows_code else "",
            "session_link": settings.SITE_URL + booking.session.get_absolute_url(),
            **more,
        },
        attachments=(_calendar(booking, told, method=file),) if file else (),
        pictures=(_door_code(booking),) if shows_code else (),
    )


def _door_code(booking: Booking) -> Picture:
    return Picture(cid=DOOR_CODE, content=pictured(address_of(booking)))


def _calendar(booking: Booking, sessions: Sequence[Session], *, method: str) -> Attachment:
    entries = [agenda.entry_for(booking, session) for session in sessions]
    return Attachment(
        name="atelier.ics",
        content=calendar_file(entries, method=method),
        mimetype=f"text/calendar; method={method}",
    )
