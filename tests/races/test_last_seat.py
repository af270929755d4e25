"""Twenty people want the last five seats, through the real view and a real PostgreSQL."""

import time
from uuid import uuid4

import pytest
from django.test import Client

from tests.crowd import at_once, meeting_after
from tests.workshops.factories import SessionFactory, someone
from workshops import actions
from workshops.actions import booking as booking_actions
from workshops.models import Booking, Seat, Session
from workshops.parties import unnamed

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CLIENTS, SEATS = 20, 5


def reserve(session, number):
    answer = Client(raise_request_exception=False).post(
        session.get_absolute_url(),
        {
            "seats": 1,
            "name": f"Personne {number}",
            "email": f"p{number}@exemple.fr",
            "form_key": uuid4(),
        },
    )
    return answer.status_code


def test_exactly_the_seats_there_are_get_confirmed():
    session = SessionFactory(capacity=SEATS)

    answers = at_once(CLIENTS, lambda number: reserve(session, number))

    assert sorted(answers) == [302] * SEATS + [422] * (CLIENTS - SEATS)
    assert Booking.objects.count() == Seat.objects.count() == SEATS


def test_without_the_lock_it_oversells(monkeypatch):
    """The control: the same crowd, the same code, the lock alone taken away."""
    monkeypatch.setattr(
        booking_actions,
        "lock_session",
        lambda pk: Session.objects.select_related("workshop").get(pk=pk),
    )
    session = SessionFactory(capacity=SEATS)

    with meeting_after(Session, "count_seats_taken", of=CLIENTS):
        answers = at_once(CLIENTS, lambda number: reserve(session, number))

    assert answers == [302] * CLIENTS
    assert Seat.objects.count() == CLIENTS


def test_with_the_lock_a_slow_check_changes_nothing(monkeypatch):
    """Time enough between the look and the write for all the others: it is the lock that stops them."""
    count = Session.count_seats_taken
    monkeypatch.setattr(
        Session,
        "count_seats_taken",
        lambda self, *, at=None: (count(self, at=at), time.sleep(0.02))[0],
    )
    session = SessionFactory(capacity=SEATS)

    at_once(CLIENTS, lambda number: reserve(session, number))

    assert Seat.objects.count() == SEATS


def test_a_double_click_books_once():
    session = SessionFactory(capacity=SEATS)
    key = uuid4()

    at_once(
        6,
        lambda number: actions.book_seats(
            session_id=session.pk,
            form_key=key,
            contact=someone(name="Léa"),
            party=unnamed(2),
        ),
    )

    assert Booking.objects.count() == 1
    assert Seat.objects.count() == 2


def test_a_seat_given_back_twice_at_once_is_given_back_once():
    session = SessionFactory(capacity=SEATS)
    booking = actions.book_seats(
        session_id=session.pk,
        form_key=uuid4(),
        contact=someone(name="Léa"),
        party=unnamed(2),
    )

    at_once(5, lambda _number: actions.cancel_booking(token=booking.token))

    assert session.count_seats_taken() == 0
