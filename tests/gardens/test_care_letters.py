"""Letters of what is lent, of keys and of notices: each leaves once, to those it is for, without an address."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail

from commons.notices.models import Message
from commons.notices.tasks import sweep_messages
from gardens import actions, refusals, tasks
from gardens.models import Loan, Thing
from tests.gardens.care import KeyFactory, NoticeFactory, ThingFactory, gardener
from tests.gardens.factories import GardenFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def garden():
    return GardenFactory()


@pytest.fixture
def nour(garden):
    return gardener(garden, "Nour")


@pytest.fixture
def sam(garden):
    return gardener(garden, "Sam")


def sent():
    sweep_messages()
    return [(letter.to[0], letter.subject.replace("\u202f", " ")) for letter in mail.outbox]


def book(thing, who, *, hours=3):
    starts_at = NOW + timedelta(hours=1)
    ends_at = starts_at + timedelta(hours=hours)
    return actions.ask_for_thing(
        thing_id=thing.pk, tenancy_id=who.pk, starts_at=starts_at, ends_at=ends_at
    )


def test_the_owner_is_asked_and_the_asker_answered_without_addresses(garden, nour, sam):
    thing = ThingFactory(garden=garden, owner=nour, way=Thing.Way.GIVE)
    loan = actions.ask_for_thing(thing_id=thing.pk, tenancy_id=sam.pk, words="Samedi ?")
    sweep_messages()
    actions.answer_loan(loan_id=loan.pk, tenancy_id=nour.pk, yes=True, answer="Au banc, 10 h")

    assert sent() == [
        ("nour@exemple.fr", "On vous demande : Motoculteur"),
        ("sam@exemple.fr", "C’est d’accord : Motoculteur"),
    ]
    asked, answered = mail.outbox
    assert "Samedi ?" in asked.body
    assert "Au banc, 10 h" in answered.body
    assert not any("@exemple.fr" in letter.body for letter in mail.outbox)


def test_what_is_lent_is_asked_back_until_it_is_back(garden, sam, clock):
    loan = book(ThingFactory(garden=garden), sam)
    actions.hand_over(loan_id=loan.pk, tenancy_id=sam.pk)
    clock.move_to(NOW + timedelta(hours=3))
    assert sent() == [("sam@exemple.fr", "Pensez à le rapporter : Motoculteur")]
    actions.bring_back(loan_id=loan.pk, tenancy_id=sam.pk)
    clock.move_to(NOW + timedelta(days=3))
    assert len(sent()) == 1


def test_an_early_return_frees_its_hours(garden, nour, sam):
    thing = ThingFactory(garden=garden)
    loan = book(thing, sam)
    with pytest.raises(refusals.ThingBusyError):
        book(thing, nour)
    actions.hand_over(loan_id=loan.pk, tenancy_id=sam.pk)
    actions.bring_back(loan_id=loan.pk, tenancy_id=sam.pk)
    assert book(thing, nour).state == Loan.State.ASKED


def test_what_its_owner_withdraws_is_cancelled_and_told(garden, nour, sam):
    thing = ThingFactory(garden=garden, owner=nour)
    book(thing, sam)
    actions.withdraw_thing(thing_id=thing.pk, tenancy_id=nour.pk)
    assert ("sam@exemple.fr", "Pas cette fois : Motoculteur") in sent()
    with pytest.raises(refusals.ThingGoneError):
        book(thing, sam)


def test_whoever_had_the_key_is_told_who_has_it(garden, nour, sam):
    key = KeyFactory(garden=garden)
    actions.pass_key(key_id=key.pk, taker_id=nour.pk)
    actions.pass_key(key_id=key.pk, taker_id=sam.pk)
    actions.pass_key(key_id=key.pk, taker_id=sam.pk)
    assert sent() == [("nour@exemple.fr", "La clé a changé de main : Cabane")]
    assert "4815" not in mail.outbox[0].body
    assert key.handovers.count() == 2
    with pytest.raises(refusals.NotTheirsError):
        actions.pass_key(key_id=key.pk, taker_id=gardener(GardenFactory(), "Bo").pk)


def test_a_notice_of_the_committee_is_mailed_once_to_each_household(garden, nour, sam):
    gardener(garden, "Sans", email="")
    gardener(GardenFactory(), "Ailleurs")
    notice = NoticeFactory(garden=garden)
    assert actions.mail_notice(notice_id=notice.pk) == 2
    assert actions.mail_notice(notice_id=notice.pk) == 0
    assert sorted(sent()) == [
        ("nour@exemple.fr", "Troc de plants"),
        ("sam@exemple.fr", "Troc de plants"),
    ]
    assert nour.token in mail.outbox[0].body or sam.token in mail.outbox[0].body
    with pytest.raises(refusals.NotTheirsError):
        actions.mail_notice(notice_id=NoticeFactory(garden=garden, tenancy=nour).pk)


def test_a_notice_taken_down_meanwhile_is_mailed_to_nobody(garden, nour):
    notice = NoticeFactory(garden=garden)
    actions.mail_notice(notice_id=notice.pk)
    actions.remove_notice(notice_id=notice.pk, because="Erreur de date")
    assert sent() == []
    assert Message.objects.get().state == Message.State.DROPPED


def test_whose_notice_is_removed_reads_why(garden, nour):
    notice = NoticeFactory(garden=garden, tenancy=nour)
    actions.remove_notice(notice_id=notice.pk, because="Pas d’adresse ici, merci.")
    actions.remove_notice(notice_id=notice.pk, because="Encore")
    assert [to for to, _subject in sent()] == ["nour@exemple.fr"]
    assert "Pas d’adresse ici" in mail.outbox[0].body


def test_the_digest_is_for_those_who_wished_for_it_and_once_a_week(garden, nour, sam, clock):
    NoticeFactory(garden=garden, tenancy=sam)
    tasks.write_digests()
    assert sent() == []
    for who in (nour, sam):
        actions.write_wishes(tenancy_id=who.pk, weekly_digest=True)
    tasks.write_digests()
    tasks.write_digests()
    assert [to for to, _subject in sent()] == ["nour@exemple.fr"]  # sam wrote the only one
    assert "Foyer Sam" in mail.outbox[0].body
    clock.move_to(NOW + timedelta(days=8))
    tasks.write_digests()
    assert len(sent()) == 1  # nothing new
