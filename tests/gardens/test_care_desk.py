"""The desk of the rota and of the board: seen in few questions, changed by verbs, by those who may."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from commons.notices.models import Message
from content.roles import ADMINISTRATORS, FRONT_DESK, GARDEN_COORDINATORS
from gardens import actions, waiting_care
from gardens.models import CallOff, Chore, Duty, Notice, Turn
from tests.content.desk import person_in
from tests.gardens.care import (
    ChoreFactory,
    KeyFactory,
    NoticeFactory,
    TurnFactory,
    gardener,
    gardeners,
)
from tests.gardens.factories import GardenFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_pages")]

NOW = datetime(2026, 6, 3, 8, 0, tzinfo=UTC)  # a Wednesday
QUERIES_AT_MOST = 13  # nine of them are Wagtail's frame, for whoever has a role


@pytest.fixture(autouse=True)
def clock(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(client):
    client.force_login(person_in(GARDEN_COORDINATORS))
    return client


@pytest.fixture
def garden():
    return GardenFactory()


@pytest.fixture
def turn(garden):
    return TurnFactory(chore=ChoreFactory(garden=garden), day=date(2026, 6, 5))


def screen(name, *args):
    return reverse(f"gardens_desk:{name}", args=args)


def read(answer):
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def test_saving_a_chore_lays_its_turns(desk, garden):
    answer = desk.post(
        reverse("wagtailsnippets_gardens_chore:add"),
        {
            "garden": garden.pk,
            "kind": "water",
            "name_fr": "Arrosage",
            "name_en": "",
            "words_fr": "",
            "words_en": "",
            "minutes": 45,
            "places": 2,
            "hardness": 2,
            "weekdays": ["1", "4"],
            "opens": "18:00",
            "closes": "20:00",
            "first_day": "2026-06-01",
            "last_day": "2026-06-30",
            "rest_days-TOTAL_FORMS": 1,
            "rest_days-INITIAL_FORMS": 0,
            "rest_days-0-day": "2026-06-08",
            "rest_days-0-ORDER": 1,
        },
    )
    assert answer.status_code == 302, read(answer)
    days = list(Chore.objects.get().turns.values_list("day", flat=True))
    assert [day.day for day in days] == [4, 11, 15, 18, 22, 25, 29]


def test_the_board_shows_who_comes_and_calls_a_day_off_in_one_press(desk, garden, turn):
    nour = gardener(garden, "Nour", email="")
    actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
    page = read(desk.get(screen("rota", garden.pk)))
    assert "Foyer Nour" in page
    assert "sans e-mail" in page

    desk.post(screen("call_off", garden.pk), {"day": "2026-06-05"})

    called = CallOff.objects.get()
    assert Turn.objects.get().call_off == called
    assert called.by is not None
    assert "annulé" in read(desk.get(screen("rota", garden.pk)))
    desk.post(screen("reinstate", garden.pk, called.pk))
    assert Turn.objects.get().call_off is None
    assert desk.post(screen("call_off", garden.pk), {"day": "demain"}).status_code == 404


def test_a_turn_is_settled_and_corrected(desk, garden, turn, clock):
    nour = gardener(garden, "Nour")
    duty = actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
    clock.move_to(turn.ends_at)
    desk.post(screen("settle", garden.pk, duty.pk), {"minutes": "75"})
    duty.refresh_from_db()
    assert (duty.state, duty.minutes) == (Duty.State.DONE, 75)
    desk.post(screen("settle", garden.pk, duty.pk), {"missed": "1", "minutes": "75"})
    duty.refresh_from_db()
    assert duty.state == Duty.State.MISSED


def test_the_proposal_is_read_changed_and_confirmed(desk, garden, turn):
    first, second = gardeners(garden, 2)
    later = TurnFactory(chore=turn.chore, day=date(2026, 6, 9))
    page = desk.get(screen("proposal", garden.pk))
    rows = page.context["rows"]
    assert [row.chosen for row in rows] == [first.pk, second.pk]
    assert "personne n’en a moins" in read(page)

    chosen = {rows[0].name: rows[0].chosen, rows[1].name: first.pk}
    desk.post(screen("proposal", garden.pk), chosen)

    given = {duty.turn_id: (duty.tenancy_id, bool(duty.why)) for duty in Duty.objects.all()}
    assert given == {turn.pk: (first.pk, True), later.pk: (first.pk, False)}
    told = Message.objects.filter(kind="gardens.turn-proposed")
    assert told.count() == 1


def test_the_file_holds_households_and_no_formula(desk, garden, turn):
    nour = gardener(garden, "Nour")
    nour.household.name = "=SUM(A1)"
    nour.household.save()
    actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
    file = desk.get(screen("csv", garden.pk)).content.decode()
    assert "'=SUM(A1)" in file
    assert "nour@exemple.fr" not in file


def test_the_committee_hangs_a_notice_and_comes_to_the_screen_that_mails_it(desk, garden):
    answer = desk.post(
        reverse("wagtailsnippets_gardens_notice:add"),
        {"garden": garden.pk, "title": "Gel", "words": "La cuve est vidée.", "until": "2026-06-17"},
    )
    notice = Notice.objects.get()
    assert answer.url == screen("notice", notice.pk)
    assert (notice.posted_at, notice.by is not None, notice.tenancy) == (NOW, True, None)


def test_a_notice_is_read_counted_and_mailed_then_taken_down(desk, garden):
    gardeners(garden, 2)
    gardener(garden, "Sans", email="")
    notice = NoticeFactory(garden=garden)
    page = read(desk.get(screen("notice", notice.pk)))
    assert "2 foyers la reçoivent" in page
    assert "1 foyer n’a pas d’adresse" in page
    desk.post(screen("notice", notice.pk), {"send": "1"})
    assert Message.objects.count() == 2
    assert desk.post(screen("notice", notice.pk), {"because": ""}).status_code == 422
    desk.post(screen("notice", notice.pk), {"because": "Périmée"})
    assert Notice.objects.get().removed_because == "Périmée"


def test_a_report_is_closed_and_the_notice_stays(desk, garden):
    nour = gardener(garden, "Nour")
    notice = NoticeFactory(garden=garden, tenancy=nour)
    actions.report_notice(notice_id=notice.pk, tenancy_id=nour.pk, because="Trop grand")
    assert "Trop grand" in read(desk.get(screen("notice", notice.pk)))
    desk.post(screen("notice", notice.pk), {"keep": "1"})
    notice.refresh_from_db()
    assert (notice.reported_at, notice.removed_at) == (None, None)


def test_a_key_is_passed_on_and_its_passings_are_read(desk, garden):
    nour = gardener(garden, "Nour")
    key = KeyFactory(garden=garden)
    desk.post(screen("key", key.pk), {"taker": nour.pk})
    desk.post(screen("key", key.pk), {"taker": ""})
    key.refresh_from_db()
    assert key.holder is None
    page = read(desk.get(screen("key", key.pk)))
    assert "L’équipe du jardin → Foyer Nour" in page
    assert "Foyer Nour → L’équipe du jardin" in page


def test_what_waits_is_said_on_the_desks_first_screen(desk, garden, turn):
    nour = gardener(garden, "Nour")
    notice = NoticeFactory(garden=garden, tenancy=nour)
    actions.report_notice(notice_id=notice.pk, tenancy_id=nour.pk, because="Trop grand")
    empty, reported = waiting_care.cards(person_in(ADMINISTRATORS), now=NOW)
    assert ["Arrosage du soir" in line.text for line in empty.lines] == [True]
    assert [line.text for line in reported.lines] == ["Troc de plants"]
    assert list(waiting_care.cards(person_in(FRONT_DESK), now=NOW)) == []


def test_the_front_desk_sees_none_of_it(client, garden, turn):
    client.force_login(person_in(FRONT_DESK))
    notice = NoticeFactory(garden=garden)
    for name, args in (
        ("rota", [garden.pk]), ("proposal", [garden.pk]), ("csv", [garden.pk]),
        ("sheet", [garden.pk]), ("notice", [notice.pk]),
    ):  # fmt: skip
        answer = client.get(screen(name, *args))
        assert answer.status_code in (302, 403), name
    client.post(screen("call_off", garden.pk), {"day": "2026-06-05"})
    assert not CallOff.objects.exists()


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("name", ["rota", "proposal", "csv"])
def test_screens_ask_few_questions(desk, garden, name, count, django_assert_max_num_queries):
    chore = ChoreFactory(garden=garden, places=2)
    for number, who in enumerate(gardeners(garden, count)):
        turn = TurnFactory(chore=chore, day=date(2026, 6, 4) + timedelta(days=number))
        actions.take_turn(turn_id=turn.pk, tenancy_id=who.pk)
    address = screen(name, garden.pk)
    desk.get(address)
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        assert desk.get(address).status_code == 200


@pytest.mark.parametrize("name", ["chore", "turn", "thing", "key", "notice"])
def test_every_table_opens(desk, garden, turn, name):
    NoticeFactory(garden=garden)
    answer = desk.get(reverse(f"wagtailsnippets_gardens_{name}:list"))
    assert answer.status_code == 200
