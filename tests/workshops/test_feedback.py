"""Three anonymous questions: asked of those who came, answered once, shown above five, joined to nobody."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from commons.notices.models import Message
from commons.notices.tasks import sweep_messages
from commons.people.models import Person
from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops import actions, impressions
from workshops.actions.feedback import new_ticket
from workshops.models import Feedback, FeedbackTicket, Seat

pytestmark = pytest.mark.django_db

ANSWERS = {"learned": "4", "met_someone": "yes", "would_return": "no"}


def ended(**facts):
    """A session that ended three hours ago."""
    session = SessionFactory(**facts)
    session.starts_at = timezone.now() - timedelta(hours=5)
    session.ends_at = timezone.now() - timedelta(hours=3)
    return session


def invitations(session):
    """The answer pages that mails lead to."""
    actions.thank(session_id=session.pk)
    sweep_messages()
    words = [line for message in mail.outbox for line in message.body.splitlines()]
    return [line.removeprefix("http://testserver") for line in words if "/avis/" in line]


def test_the_link_of_the_mail_is_answered_once_without_javascript(client):
    session = ended()
    booking = book(SessionFactory())
    booking.session = session
    session.save()
    booking.save()
    (link,) = invitations(session)

    page = client.get(link)
    assert page.text.count('type="radio"') == 8
    assert "noindex" in page.text
    assert "no-store" in page["Cache-Control"]
    assert client.post(link, {"learned": "4"}).status_code == 422
    assert not Feedback.objects.exists()

    assert "Merci pour vos réponses" in client.post(link, ANSWERS).text
    answer = Feedback.objects.get()
    assert (answer.learned, answer.met_someone, answer.would_return) == (4, True, False)
    assert not FeedbackTicket.objects.exists()


def test_a_used_link_and_an_unknown_one_are_told_the_same(client):
    secret = new_ticket(SessionFactory())
    client.post(f"/ateliers/avis/{secret}/", ANSWERS)
    used, unknown = client.get(f"/ateliers/avis/{secret}/"), client.get("/ateliers/avis/jamais/")
    assert (used.status_code, unknown.status_code) == (410, 410)
    assert "sert une seule fois" in used.text
    assert "sert une seule fois" in unknown.text
    client.post(f"/ateliers/avis/{secret}/", ANSWERS)
    assert Feedback.objects.count() == 1


def test_those_who_came_are_thanked_once_and_those_who_did_not_are_left_alone():
    session = SessionFactory()
    came, absent = book(session), book(session, email="bo@exemple.fr")
    came.seats.update(attendance=Seat.Attendance.CAME)
    absent.seats.update(attendance=Seat.Attendance.ABSENT)
    after = session.ends_at + timedelta(hours=2)
    for _round in range(2):
        actions.thank(session_id=session.pk, now=after)
    thanks = Message.objects.filter(kind="workshops.thanks")
    assert [message.subject_id for message in thanks] == [came.pk]


def test_nothing_joins_an_answer_to_a_booking(client):
    """No column that could: no person, no booking, no hour, no counter; and nothing of the request is kept."""
    session = SessionFactory()
    booking = book(session)
    person = Person.objects.create_user("amina@exemple.fr")
    client.force_login(person)
    secret = new_ticket(session)
    other = new_ticket(session)
    before = _rows_that_changed()

    client.post(f"/ateliers/avis/{secret}/", ANSWERS)

    columns = _columns(Feedback) | _columns(FeedbackTicket)
    assert {name for name, _type in columns} == {
        "id", "session_id", "learned", "met_someone", "would_return", "secret_hash"
    }  # fmt: skip
    assert not [kind for _name, kind in columns if "time" in kind or "date" in kind]
    assert _sequences(Feedback) == _sequences(FeedbackTicket) == []
    changed = {table for table, rows in _rows_that_changed().items() if rows != before[table]}
    assert changed == {Feedback._meta.db_table, FeedbackTicket._meta.db_table}
    answer, ticket = Feedback.objects.get(), FeedbackTicket.objects.get()
    assert {answer.pk.version, ticket.pk.version} == {4}  # drawn by lot: no hour, no order
    told = f"{vars(answer)} {vars(ticket)}"
    for secret_of_hers in (secret, other, booking.token, booking.email, person.email):
        assert secret_of_hers not in told


def _columns(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "select column_name, data_type from information_schema.columns where table_name = %s",
            [model._meta.db_table],
        )
        return set(cursor.fetchall())


def _sequences(model):
    with connection.cursor() as cursor:
        return connection.introspection.get_sequences(cursor, model._meta.db_table)


def _rows_that_changed():
    """How many rows each table of workshops and mails holds, and the newest of their versions."""
    counted = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("workshops_", "notices_", "people_person")):
                name = connection.ops.quote_name(table)
                cursor.execute(
                    f"select count(*), md5(string_agg(t::text, '' order by t::text)) from {name} t"
                )
                counted[table] = cursor.fetchone()
    return counted


@pytest.mark.parametrize(("answers", "shown"), [(5, False), (6, True)])
def test_answers_are_published_above_five(answers, shown):
    workshop = WorkshopFactory()
    for number in range(answers):
        actions.answer(
            secret=new_ticket(SessionFactory(workshop=workshop)),
            learned=4,
            met_someone=number % 2 == 0,
            would_return=True,
        )
    told = impressions.of_workshop(workshop.pk)
    assert (told is not None) == shown
    if told:
        assert (told.answers, told.learned, told.met_someone, told.would_return) == (
            6,
            100,
            50,
            100,
        )


def test_the_page_of_a_workshop_says_it_or_stays_silent():
    from django.template.loader import render_to_string

    told = impressions.Impressions(answers=6, learned=100, met_someone=50, would_return=83)
    words = render_to_string("workshops/impressions.html", {"impressions": told})
    assert "50\u202f% y ont parlé avec quelqu’un de nouveau" in words
    assert "Sur 6 réponses anonymes" in words
    assert render_to_string("workshops/impressions.html", {"impressions": None}).strip() == ""
