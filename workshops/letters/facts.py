"""What letters say of sessions and seats, as lines that read the same in text and in HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day, say_hours, say_round_price, say_time
from workshops import paying
from workshops.models import Booking, LogLine, Seat, Session
from workshops.rules import prices


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One block of a letter: what, then its lines."""

    title: str
    lines: list[str]
    access: tuple[str, ...] = ()  # apart: what helps to come at ease


def of_session(session: Session) -> Facts:
    """For those who are not booked: when and where."""
    return Facts(title=session.workshop.name, lines=[*_when(session), session.where])


def of_booking(booking: Booking, sessions: Sequence[Session], *, now: datetime) -> Facts:
    """For the household: when, where, who, what it costs, what to bring. An online link once it is firm."""
    lines = [line for session in sessions for line in _date(session, booking)]
    lines += [*_seats(booking), *_money(booking, sessions, now=now)]
    if not booking.is_confirmed:
        return Facts(title=booking.session.workshop.name, lines=lines)
    return Facts(
        title=booking.session.workshop.name,
        lines=[*lines, *_ready(booking)],
        access=tuple(_access(booking)),
    )


def before(session: Session) -> str:
    """Date and place before its last move, in the reader's language; empty when nobody moved it."""
    line = session.log.filter(kind=LogLine.Kind.MOVED).first()
    if line is None or line.was_starts_at is None:
        return ""
    hours = say_hours(line.was_starts_at, line.was_ends_at)
    return f"{say_day(line.was_starts_at)}, {hours}, {line.was_where or _('En ligne')}"


def made_by(booking: Booking) -> str:
    """Who booked for them, with their agreement; empty when they did it themselves. Never an address."""
    if booking.made_by is None:
        return ""
    name = booking.made_by.get_full_name() or _("Un·e bénévole")
    return _("%(name)s a fait cette réservation pour vous, avec votre accord.") % {"name": name}


def refund(booking: Booking) -> str:
    """What is paid back of the seats given back, and what is not, as was said when they were booked."""
    if not paying.was_paid(booking):
        return ""
    given_back = booking.seats.exclude(released_at=None)
    back = sum(seat.price_cents for seat in given_back if _is_paid_back(seat))
    if back:
        return _back(back)
    return _(
        "Elles ont été rendues trop tard pour être remboursées, comme annoncé à la réservation."
    )


def refund_in_full(booking: Booking) -> str:
    """The session was called off: all that was still held is paid back."""
    if not paying.was_paid(booking):
        return ""
    last = booking.seats.exclude(released_at=None).order_by("-released_at").first()
    held = booking.seats.filter(released_at=last.released_at) if last else Seat.objects.none()
    back = sum(held.values_list("price_cents", flat=True))
    return _back(back) if back else ""


def _is_paid_back(seat: Seat) -> bool:
    return seat.released_at is not None and prices.is_refunded(
        until=seat.refunded_until, at=seat.released_at
    )


def _back(cents: int) -> str:
    return _("%(amount)s vous sont remboursés, sur la même carte, sous quelques jours.") % {
        "amount": say_round_price(cents)
    }


def _when(session: Session) -> Iterator[str]:
    when = f"{say_day(session.starts_at)}, {say_hours(session.starts_at, session.ends_at)}"
    if not session.is_elsewhere:
        yield when
        return
    yield _("%(when)s, à l’heure de la halle") % {"when": when}
    yield _("%(hours)s, à l’heure de là-bas (%(zone)s)") % {
        "hours": session.hours_there,
        "zone": session.get_zone_display(),
    }


def _date(session: Session, booking: Booking) -> Iterator[str]:
    yield from _when(session)
    if session.place:
        yield session.place.one_line
    if session.online_url and booking.is_confirmed and not session.is_cancelled:
        yield _("En ligne : %(link)s") % {"link": session.online_url}
    elif not session.place:
        yield _("En ligne")


def _live_seats(booking: Booking) -> QuerySet[Seat]:
    return booking.seats.filter(released_at=None).select_related("booking")


def _seats(booking: Booking) -> Iterator[str]:
    """ "2 places : Amina, Bo" """
    seats = list(_live_seats(booking))
    if not seats:
        return
    said = ngettext("%(count)d place", "%(count)d places", len(seats)) % {"count": len(seats)}
    names = [seat.name for seat in seats if seat.name]
    yield _("%(seats)s : %(names)s") % {"seats": said, "names": ", ".join(names)} if names else said


def _money(booking: Booking, sessions: Sequence[Session], *, now: datetime) -> Iterator[str]:
    theirs = Q(booking=booking)
    if len(sessions) > 1:
        theirs |= Q(booking__lead=booking)
    seats = list(Seat.objects.filter(theirs, released_at=None))
    total = sum(seat.price_cents for seat in seats)
    if not total:
        return
    amount = {"amount": say_round_price(total)}
    if not paying.was_paid(booking):
        yield _("À régler sur place : %(amount)s") % amount
        return
    yield _("Payé : %(amount)s") % amount
    until = min((seat.refunded_until for seat in seats if seat.refunded_until), default=None)
    if until and now < until:
        yield _("Remboursé si vous rendez vos places avant le %(day)s, %(hour)s") % {
            "day": say_day(until),
            "hour": say_time(until),
        }


def _ready(booking: Booking) -> Iterator[str]:
    workshop = booking.session.workshop
    if workshop.what_to_bring:
        yield _("À apporter : %(things)s") % {"things": workshop.what_to_bring}
    if workshop.provided:
        yield _("Fourni : %(things)s") % {"things": workshop.provided}


def _access(booking: Booking) -> Iterator[str]:
    workshop, place = booking.session.workshop, booking.session.place
    if workshop.access:
        yield workshop.access
    if place and place.access:
        yield place.access
