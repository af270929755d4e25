"""What workshops give, counted: who came, who is new, who met whom; as numbers, and shown with their method."""

from datetime import UTC, date, datetime

import pytest

from commons.people.models import Household, Person
from impact.of_workshops import _of_answers, _of_those_who_came
from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops import measures
from workshops.models import Feedback, Seat, Session

pytestmark = pytest.mark.django_db

BEFORE, MARCH, APRIL = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)


def held(day, *emails, absent=(), **facts):
    """A session of the past where these households came."""
    session = SessionFactory(**{"workshop": WorkshopFactory()} | facts)
    for email in (*emails, *absent):
        booking = book(session, email=email)
        booking.seats.update(attendance="came" if email in emails else "absent")
    starts_at = datetime(2026, *day, 9, 0, tzinfo=UTC)
    Session.objects.filter(pk=session.pk).update(
        starts_at=starts_at, ends_at=starts_at.replace(hour=11)
    )
    return session


def counted(measure, start=MARCH, end=APRIL):
    return getattr(measures, measure)(start=start, end=end)


def test_came_and_did_not_come_are_not_the_same_as_booked():
    held((3, 3), "a@x.fr", "b@x.fr", absent=["c@x.fr"])
    assert counted("seats_taken") == 3
    assert counted("seats_attended") == 2
    assert counted("seats_left_empty") == 1


def test_a_pair_meets_once_and_only_if_both_came():
    held((2, 3), "a@x.fr", "b@x.fr")
    held((3, 3), "a@x.fr", "B@x.fr", "c@x.fr", absent=["d@x.fr"])
    held((3, 10), "a@x.fr", "c@x.fr")
    assert counted("pairs_met") == 2  # a–c and b–c; a and b met in February
    assert counted("pairs_met", start=BEFORE) == 3


def test_people_of_one_household_do_not_meet_and_a_crowd_is_no_encounter():
    home = Household.objects.create(name="Les Diallo")
    one, two = (
        Person.objects.create_user(f"{name}@x.fr", household=home) for name in ("amina", "sam")
    )
    session = held((3, 3), "amina@x.fr", "sam@x.fr")
    for person in (one, two):
        session.bookings.filter(email=person.email).update(person=person)
    held(
        (3, 4),
        "e@x.fr",
        "f@x.fr",
        workshop=WorkshopFactory(kind="event"),
        any_size=True,
        capacity=40,
    )
    assert counted("pairs_met") == 0


def test_new_households_are_those_never_seen_before():
    held((2, 3), "a@x.fr")
    held((3, 3), "a@x.fr", "b@x.fr")
    assert counted("households_new") == 1


def test_a_session_called_off_counts_for_nothing():
    session = held((3, 3), "a@x.fr", "b@x.fr")
    Session.objects.filter(pk=session.pk).update(state="cancelled")
    assert {counted(name) for name in ("seats_attended", "pairs_met", "households_new")} == {0}


def test_pairs_are_counted_in_one_question(django_assert_num_queries):
    for day in range(1, 6):
        held((3, day), "a@x.fr", "b@x.fr", f"c{day}@x.fr")
    with django_assert_num_queries(1):
        assert counted("pairs_met") == 11
    assert Seat.objects.count() == 15


@pytest.mark.parametrize(("answers", "figures"), [(5, 0), (6, 1)])
def test_the_share_who_met_someone_is_told_above_five_answers(answers, figures):
    session = held((3, 3), "a@x.fr")
    for number in range(answers):
        Feedback.objects.create(
            session=session, learned=3, met_someone=number < 3, would_return=True
        )
    counts = {
        f"workshops.{name}": counted(name) for name in ("answers_given", "answers_met_someone")
    }
    told = _of_answers(counts)
    assert len(told) == figures
    assert [figure.number for figure in told] == ["50\u202f%"][:figures]


def test_each_figure_comes_with_its_method_and_none_is_guessed_without_a_list():
    held((3, 3), "a@x.fr", "b@x.fr", absent=["c@x.fr"])
    names = ("seats_attended", "seats_left_empty", "households_new", "pairs_met")
    counts = {f"workshops.{name}": counted(name) for name in names}
    told = _of_those_who_came(counts)
    assert [figure.number for figure in told] == ["2", "2", "1"]
    assert all(figure.method for figure in told)
    assert _of_those_who_came(dict.fromkeys(counts, 0)) == []
