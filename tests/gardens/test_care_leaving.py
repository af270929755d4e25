"""Those who leave free their turns; what passed from hand to hand is forgotten in time, with its pictures."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from gardens import actions, measures, tasks
from gardens.models import Duty, KeyHandover, Loan, Notice
from tests.gardens.care import (
    ChoreFactory,
    KeyFactory,
    NoticeFactory,
    ThingFactory,
    TurnFactory,
    gardener,
)
from tests.gardens.factories import GardenFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def test_a_plot_given_back_frees_the_turns_after_its_last_day():
    garden = GardenFactory()
    chore, nour = ChoreFactory(garden=garden), gardener(garden, "Nour")
    turns = [TurnFactory(chore=chore, day=date(2026, 6, day)) for day in (4, 9)]
    for turn in turns:
        actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
    nour.ends_on = date(2026, 6, 5)
    nour.save()

    tasks.lay_turns()

    assert Duty.objects.live().get().turn == turns[0]
    assert actions.free_turns_of_those_who_left() == 0


def photograph():
    file = BytesIO()
    Image.new("RGB", (30, 20), "green").save(file, "JPEG")
    return ContentFile(file.getvalue(), name="bac.jpg")


def test_notices_and_what_passed_from_hand_to_hand_go_with_their_pictures(clock):
    garden = GardenFactory()
    nour, sam = gardener(garden, "Nour"), gardener(garden, "Sam")
    notice = actions.post_notice(
        garden_id=garden.pk, tenancy=nour, title="Troc", words="Samedi.",
        until=date(2026, 6, 15), picture=photograph(),
    )  # fmt: skip
    name = notice.picture.name
    key = KeyFactory(garden=garden)
    actions.pass_key(key_id=key.pk, taker_id=nour.pk)
    thing = ThingFactory(garden=garden, owner=nour, way="give")
    loan = actions.ask_for_thing(thing_id=thing.pk, tenancy_id=sam.pk)
    actions.hand_over(loan_id=loan.pk, tenancy_id=sam.pk)
    assert default_storage.exists(name)

    clock.move_to(NOW + timedelta(days=60))
    assert actions.forget_care() == 0
    clock.move_to(NOW + timedelta(days=400))
    NoticeFactory(garden=garden)
    tasks.forget_care()

    assert Notice.objects.count() == 1
    assert not default_storage.exists(name)
    assert not Loan.objects.exists()
    assert not KeyHandover.objects.exists()


def test_a_thing_reserved_and_never_fetched_is_forgotten_too(clock):
    garden = GardenFactory()
    thing = ThingFactory(garden=garden, owner=gardener(garden, "Nour"), way="give")
    actions.ask_for_thing(thing_id=thing.pk, tenancy_id=gardener(garden, "Sam").pk)

    clock.move_to(NOW + timedelta(days=366))
    tasks.forget_care()

    assert not Loan.objects.exists()


def test_a_turn_forgets_its_households_after_a_year_and_keeps_its_figures(clock):
    garden = GardenFactory()
    turn = TurnFactory(chore=ChoreFactory(garden=garden, places=3))
    duties = [
        actions.take_turn(turn_id=turn.pk, tenancy_id=gardener(garden, name).pk)
        for name in ("Nour", "Sam", "Bo")
    ]
    clock.move_to(turn.ends_at)
    actions.say_done(token=duties[0].token)
    actions.say_done(token=duties[1].token, minutes=45)
    year = {"start": date(2026, 1, 1), "end": date(2027, 1, 1)}
    told = measures.turns_done(**year), measures.volunteer_minutes(**year)

    clock.move_to(turn.starts_at + timedelta(days=365))
    assert actions.forget_turns() == 0
    clock.move_to(turn.starts_at + timedelta(days=366))
    tasks.forget_turns()

    assert not Duty.objects.exists()
    assert told == (2, 105)
    assert (measures.turns_done(**year), measures.volunteer_minutes(**year)) == told
    assert actions.forget_turns() == 0
