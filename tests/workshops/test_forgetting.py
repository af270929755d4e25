"""What forms promise to erase is erased at its hour, and not before; numbers stay."""

from datetime import timedelta
from uuid import uuid4

import pytest

from commons.payments.models import Payment
from commons.people.models import Person
from tests.workshops.factories import SessionFactory, WorkshopFactory, book, someone
from workshops import actions
from workshops.actions.feedback import new_ticket
from workshops.models import Answer, Feedback, FeedbackTicket, Question, WaitingEntry
from workshops.rules.feedback import KEEP_NAMES_FOR, KEEP_NEEDS_FOR

pytestmark = pytest.mark.django_db

A_MOMENT = timedelta(minutes=1)


@pytest.fixture
def session():
    return SessionFactory(capacity=2)


def test_names_stay_a_year_then_go_with_everything_that_says_who(session):
    person = Person.objects.create_user("amina@exemple.fr")
    booking = book(
        session, seats=2, person=person, phone="06", guardian="Bo", access_needs="une chaise"
    )
    booking.seats.update(name="Amina")
    actions.join_waiting_list(session_id=session.pk, form_key=uuid4(), contact=someone(), seats=1)
    a_year_on = session.ends_at + KEEP_NAMES_FOR

    assert actions.forget_old_bookings(now=a_year_on - A_MOMENT) == 0
    assert WaitingEntry.objects.exists()
    assert actions.forget_old_bookings(now=a_year_on + A_MOMENT) == 1
    assert actions.forget_old_bookings(now=a_year_on + A_MOMENT) == 0

    booking.refresh_from_db()
    who = (booking.name, booking.email, booking.phone, booking.guardian, booking.person)
    assert who == ("", "", "", "", None)
    assert set(booking.seats.values_list("name", flat=True)) == {""}
    assert session.count_seats_taken() == 2
    assert not WaitingEntry.objects.exists()


def test_who_paid_is_forgotten_and_what_was_paid_stays(session):
    workshop = WorkshopFactory(price_kind="fixed", price_cents=1200, paid_where="online")
    session = SessionFactory(workshop=workshop)
    book(session)
    actions.forget_old_bookings(now=session.ends_at + KEEP_NAMES_FOR + A_MOMENT)
    payment = Payment.objects.get()
    assert (payment.payer_email, payment.amount_cents) == ("", 1200)


def test_needs_and_answers_serve_the_day_alone(session):
    question = Question.objects.create(workshop=session.workshop, text_fr="Un tablier ?")
    booking = book(session, access_needs="une chaise", answers={question.pk: "oui"})
    after = session.ends_at + KEEP_NEEDS_FOR

    actions.forget_needs(now=after - A_MOMENT)
    assert Answer.objects.exists()
    actions.forget_needs(now=after + A_MOMENT)

    booking.refresh_from_db()
    assert (booking.access_needs, booking.name) == ("", "Amina Diallo")
    assert not Answer.objects.exists()


def test_invitations_nobody_used_go_and_answers_stay(session):
    actions.answer(secret=new_ticket(session), learned=3, met_someone=True, would_return=True)
    new_ticket(session)
    actions.forget_old_bookings(now=session.ends_at + KEEP_NAMES_FOR + A_MOMENT)
    assert not FeedbackTicket.objects.exists()
    assert Feedback.objects.count() == 1
