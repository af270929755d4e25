"""What becomes of a booking: run in the caller's transaction, under its session's lock."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from commons.payments.models import Payment
from workshops import letters, paying, reminders, seating
from workshops.models import Answer, Booking, Seat, Session, WaitingEntry
from workshops.parties import Contact, SeatWish
from workshops.refusals import GuardianMissingError
from workshops.rules import holds, prices


def write(
    session: Session,
    *,
    contact: Contact,
    party: Sequence[SeatWish],
    form_key: UUID,
    origin: Booking.Origin,
    now: datetime,
    lead: Booking | None = None,
) -> Booking:
    """Write a party's seats down, each with its price; held while they are to be paid online.

    Whether there is room is the caller's to ask. Raises GuardianMissingError, PriceNotOnListError.
    """
    _check_guardian(party, guardian=contact.guardian)
    seats = _seats(session, party, first=1)
    booking = Booking.objects.create(
        session=session,
        lead=lead,
        form_key=form_key,
        origin=origin,
        person=contact.person,
        made_by=contact.made_by,
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        guardian=contact.guardian,
        access_needs=contact.access_needs,
        language=contact.language,
        **_standing(session, seats, contact=contact, now=now),
    )
    _keep(seats, booking)
    Answer.objects.bulk_create(
        Answer(booking=booking, question_id=question, text=text)
        for question, text in contact.answers.items()
        if text
    )
    return booking


def settle(bookings: Sequence[Booking], *, now: datetime) -> None:
    """Once written: ask for the payment if they wait for one, else say that they are confirmed.

    Several are the sessions of a cycle: the first is the one that is paid, and that is written to.
    """
    first = bookings[0]
    if first.state == Booking.State.HELD:
        paying.ask_payment(first, amount_cents=total_cents(bookings))
        return
    for booking in bookings:
        reminders.write(booking, now=now)
    letters.tell(first, letters.CONFIRMED)


def confirm(bookings: Sequence[Booking], *, now: datetime) -> None:
    """They are paid: firm now, with their reminders, and they say so by mail."""
    for booking in bookings:
        _put(booking, Booking.State.CONFIRMED)
        reminders.write(booking, now=now)
    letters.tell(bookings[0], letters.CONFIRMED)


def add(booking: Booking, party: Sequence[SeatWish], *, guardian: str = "") -> None:
    """More seats in a firm booking. Raises GuardianMissingError, PriceNotOnListError."""
    if guardian and not booking.guardian:
        booking.guardian = guardian
        booking.save(update_fields=["guardian"])
    _check_guardian(party, guardian=booking.guardian)
    last = max(booking.seats.values_list("number", flat=True), default=0)
    _keep(_seats(booking.session, party, first=last + 1), booking)


def give_back(
    booking: Booking, seats: Sequence[Seat], *, payments: list[Payment], now: datetime
) -> None:
    """Free seats, pay back those given back in time, say so, and offer them to those who wait."""
    owed = sum(
        seat.price_cents for seat in seats if prices.is_refunded(until=seat.refunded_until, at=now)
    )
    paying.pay_back(payments, owed_cents=owed, reason="given back in time")
    _free(seats, now=now)
    if booking.seats.filter(released_at=None).exists():
        letters.tell(booking, letters.CHANGED, once=f"gave-{seats[0].pk}")
    else:
        _put(booking, Booking.State.CANCELLED)
        letters.tell(booking, letters.CANCELLED)
    seating.offer_freed_seats(booking.session, now=now)


def call_off(booking: Booking, *, payments: list[Payment], now: datetime) -> None:
    """The session is called off: its seats go, and all that was paid for them is paid back."""
    seats = list(booking.seats.filter(released_at=None))
    owed = sum(seat.price_cents for seat in seats)
    paying.pay_back(payments, owed_cents=owed, reason="session called off")
    _free(seats, now=now)
    _put(booking, Booking.State.CANCELLED)
    letters.tell(booking, letters.CALLED_OFF)


def expire(bookings: Sequence[Booking], *, now: datetime) -> None:
    """Nothing was paid in time: the seats go to those who wait."""
    for booking in bookings:
        _free(list(booking.seats.filter(released_at=None)), now=now)
        _put(booking, Booking.State.EXPIRED)
        WaitingEntry.objects.filter(offers__booking=booking).update(state=WaitingEntry.State.LAPSED)
        seating.offer_freed_seats(booking.session, now=now)
    letters.tell(bookings[0], letters.EXPIRED)


def total_cents(bookings: Sequence[Booking]) -> int:
    """What the seats of some bookings cost in all."""
    seats = Seat.objects.filter(booking__in=bookings, released_at=None)
    return sum(seats.values_list("price_cents", flat=True))


def _check_guardian(party: Sequence[SeatWish], *, guardian: str) -> None:
    if any(wish.under_18 for wish in party) and not guardian:
        raise GuardianMissingError


def _seats(session: Session, party: Sequence[SeatWish], *, first: int) -> list[Seat]:
    workshop = session.workshop
    tiers = [tier.cents for tier in workshop.tiers.all()]
    return [
        Seat(
            number=number,
            name=wish.name,
            under_18=wish.under_18,
            price_cents=prices.seat_price(
                kind=workshop.price_kind,
                price_cents=workshop.price_cents,
                tiers=tiers,
                chosen_cents=wish.chosen_cents,
            ),
            refunded_until=prices.refunded_until(starts_at=session.starts_at),
        )
        for number, wish in enumerate(party, start=first)
    ]


def _keep(seats: Sequence[Seat], booking: Booking) -> None:
    for seat in seats:
        seat.booking = booking
    Seat.objects.bulk_create(seats)


def _standing(
    session: Session, seats: Sequence[Seat], *, contact: Contact, now: datetime
) -> dict[str, object]:
    """Held while it is to be paid online; firm when it is free, paid on site, or made by a volunteer."""
    to_pay = sum(seat.price_cents for seat in seats)
    if to_pay and session.workshop.is_paid_online and contact.made_by is None:
        return {"state": Booking.State.HELD, "expires_at": now + holds.HOLD}
    return {"state": Booking.State.CONFIRMED}


def _free(seats: Sequence[Seat], *, now: datetime) -> None:
    Seat.objects.filter(pk__in=[seat.pk for seat in seats], released_at=None).update(
        released_at=now
    )


def _put(booking: Booking, state: Booking.State) -> None:
    booking.state = state
    booking.expires_at = None
    booking.save(update_fields=["state", "expires_at"])
