from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from commons.notices.models import Message
from tests.workshops.factories import SessionFactory, book
from workshops.actions import cancel_booking, forget_old_bookings
from workshops.models import Booking, Session
from workshops.refusals import NotEnoughSeatsError, SessionClosedError

pytestmark = pytest.mark.django_db


def test_seats_are_confirmed_and_their_mails_written():
    session = SessionFactory(capacity=5)

    booking = book(session, seats=3)

    assert booking.state == Booking.State.CONFIRMED
    assert [seat.number for seat in booking.seats.all()] == [1, 2, 3]
    assert set(Message.objects.values_list("key", flat=True)) == {
        f"booking:{booking.pk}:confirmed",
        f"booking:{booking.pk}:reminder:two-days-0",
    }


def test_a_party_that_does_not_fit_gets_nothing_and_learns_what_is_left():
    session = SessionFactory(capacity=4)
    book(session, seats=3)

    with pytest.raises(NotEnoughSeatsError) as short:
        book(session, seats=2)

    assert short.value.left == 1
    assert session.count_seats_taken() == 3


def test_the_same_form_sent_twice_books_once():
    session = SessionFactory()
    key = uuid4()

    first, second = book(session, form_key=key), book(session, form_key=key)

    assert first == second
    assert session.count_seats_taken() == 1


@pytest.mark.parametrize(
    "session_facts",
    [
        {"state": Session.State.CANCELLED},
        {"starts_at": timezone.now() - timedelta(minutes=1)},
    ],
    ids=["cancelled", "started"],
)
def test_a_closed_session_takes_nobody(session_facts):
    session = SessionFactory(**session_facts)

    with pytest.raises(SessionClosedError):
        book(session)


def test_the_reminder_is_due_two_days_before():
    session = SessionFactory()

    booking = book(session)

    reminder = Message.objects.get(key=f"booking:{booking.pk}:reminder:two-days-0")
    assert reminder.due_at == session.starts_at - timedelta(hours=48)


def test_who_books_the_day_before_gets_no_stale_reminder():
    session = SessionFactory(starts_at=timezone.now() + timedelta(hours=20))

    booking = book(session)

    assert not Message.objects.filter(key=f"booking:{booking.pk}:reminder:two-days-0").exists()


def test_cancelling_gives_the_seats_back_once():
    session = SessionFactory(capacity=2)
    booking = book(session, seats=2)

    cancel_booking(token=booking.token)
    cancel_booking(token=booking.token)

    assert session.count_seats_taken() == 0
    assert book(session, seats=2).state == Booking.State.CONFIRMED
    assert Message.objects.filter(key=f"booking:{booking.pk}:cancelled").count() == 1


def test_seats_are_kept_once_the_session_has_started():
    session = SessionFactory()
    booking = book(session)

    with pytest.raises(SessionClosedError):
        cancel_booking(token=booking.token, now=session.starts_at)

    assert session.count_seats_taken() == 1


def test_names_are_forgotten_a_year_after_and_the_seats_stay_counted():
    session = SessionFactory()
    booking = book(session, seats=2)
    kept = book(
        SessionFactory(workshop=session.workshop, starts_at=timezone.now() + timedelta(days=300))
    )

    assert forget_old_bookings(now=session.ends_at + timedelta(days=366)) == 1

    booking.refresh_from_db()
    kept.refresh_from_db()
    assert (booking.name, booking.email) == ("", "")
    assert kept.email
    assert session.count_seats_taken() == 2
