"""What the letters about seasons and care say, in the language of whoever reads them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail

from commons.notices.actions import deliver
from commons.notices.models import Message
from gardens import actions
from gardens.models import Enrolment
from gardens.terms import Terms
from tests.gardens.factories import TenancyFactory
from tests.gardens.seasons import CharterFactory, EnrolmentFactory, sign

pytestmark = pytest.mark.django_db

JANUARY = datetime(2027, 1, 20, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _january():
    with time_machine.travel(JANUARY, tick=False):
        yield


def letters():
    for message in Message.objects.filter(state=Message.State.DUE).order_by("pk"):
        deliver(message_id=message.pk)
    return mail.outbox


def opened(language: str, **given: object) -> Enrolment:
    """A household that signed the charter of before, asked about a season with a new one."""
    tenancy = TenancyFactory(name="Amina", email="amina@exemple.fr", language=language, **given)
    sign(tenancy)
    charter = CharterFactory(
        garden=tenancy.plot.garden, changes="L’eau de pluie d’abord.", in_force_on=date(2027, 1, 1)
    )
    terms = Terms(
        starts_on=date(2027, 3, 1),
        ends_on=date(2028, 2, 29),
        answer_by=date(2027, 2, 15),
        charter=charter,
        fee="choice",
        floor_cents=500,
        suggested_cents=2000,
    )
    season = actions.open_season(garden_id=charter.garden_id, terms=terms, by=None)
    return season.enrolments.get()


@pytest.mark.parametrize(
    ("language", "subject", "changes", "floor"),
    [
        ("fr", "Continuez-vous au jardin", "elle est à signer de nouveau", "5,00"),
        ("en", "Are you staying in the garden?", "it is to be signed again", "€5.00"),
    ],
)
def test_the_question_says_dates_changes_fee_and_link(language, subject, changes, floor):
    enrolment = opened(language)

    (letter,) = letters()

    assert subject in letter.subject
    html, _mimetype = letter.alternatives[0]
    for words in (changes, floor, "L’eau de pluie d’abord.", enrolment.get_renewal_url()):
        assert words in letter.body
        assert words in html


def test_the_page_shows_what_the_charter_changes(client):
    page = client.get(opened("fr").get_renewal_url()).content.decode()
    assert "Ce qui change" in page
    assert "L’eau de pluie d’abord." in page


def test_an_answered_question_leaves_no_reminder():
    enrolment = opened("en")
    actions.stay(enrolment_id=enrolment.pk, signed_by="Amina", chosen_cents=700)
    assert [letter.subject.partition(":")[0] for letter in letters()] == ["Noted, you are staying"]
    assert "€7.00" in mail.outbox[0].body


def test_an_end_says_its_day_and_its_reason():
    tenancy = TenancyFactory(name="Bo", email="bo@exemple.fr", language="en")
    actions.end_tenancy(
        tenancy_id=tenancy.pk,
        last_day=JANUARY.date() + timedelta(days=40),
        reason="L’essai n’a pas pris, <nous> en avons parlé.",
        by=None,
    )
    (letter,) = letters()
    assert "Your plot ends on" in letter.subject
    assert "> L’essai n’a pas pris, <nous> en avons parlé." in letter.body
    assert "&lt;nous&gt;" in letter.alternatives[0][0]


def test_a_step_overtaken_by_a_good_end_is_not_sent():
    tenancy = TenancyFactory(name="Bo", email="bo@exemple.fr")
    case = actions.note_visit(tenancy_id=tenancy.pk, words="Sec.", by=None)
    actions.close_case(case_id=case.pk, words="Il a plu.", by=None)
    (letter,) = letters()
    assert letter.subject.startswith("Tout va bien à votre parcelle")


def test_nobody_is_written_to_without_an_address():
    enrolment = EnrolmentFactory(tenancy=TenancyFactory())
    actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None)
    assert not Message.objects.exists()
