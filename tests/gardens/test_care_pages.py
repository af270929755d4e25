"""The pages of the rota, of what is shared and of the board: by a plot's link, without JavaScript, in few questions."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from PIL import Image

from commons.people.models import Person
from gardens import actions, agenda
from gardens.forms import NoticeForm
from gardens.models import Duty, Loan, Notice, Tenancy, Thing
from tests.gardens.care import (
    ChoreFactory,
    KeyFactory,
    NoticeFactory,
    ThingFactory,
    TurnFactory,
    gardener,
    gardeners,
)
from tests.gardens.factories import GardenFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
QUERIES_AT_MOST = 12


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
def turn(garden):
    return TurnFactory(chore=ChoreFactory(garden=garden))


def page(name, *args):
    return reverse(f"gardens:{name}", args=args)


def read(answer):
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def picture(*, name="bac.jpg", size=(40, 30)):
    file = BytesIO()
    Image.new("RGB", size, "green").save(file, "JPEG")
    return SimpleUploadedFile(name, file.getvalue(), content_type="image/jpeg")


class TestRota:
    def test_a_turn_is_taken_from_the_list_and_stands_among_mine(self, client, nour, turn):
        rota = page("rota", nour.token)
        assert "Je prends" in read(client.get(rota))

        answer = client.post(page("take", nour.token, turn.pk), follow=True)

        assert "ce tour est à vous" in read(answer)
        assert Duty.objects.get().household == nour.household
        assert "Mon tour" in read(client.get(rota))

    def test_a_full_turn_is_refused_with_what_to_do_next(self, client, garden, nour, turn):
        other = gardener(garden, "Sam")
        actions.take_turn(turn_id=turn.pk, tenancy_id=other.pk)
        answer = client.post(page("take", nour.token, turn.pk), follow=True)
        assert "Il en reste d’autres plus bas" in read(answer)

    def test_another_gardens_turn_is_not_found(self, client, nour):
        elsewhere = TurnFactory()
        assert client.post(page("take", nour.token, elsewhere.pk)).status_code == 404

    def test_a_link_that_ended_opens_nothing(self, client, garden):
        gone = gardener(garden, "Bo", ends_on=date(2026, 5, 1))
        for name in ("rota", "things", "notices", "turn_wishes"):
            assert client.get(page(name, gone.token)).status_code == 404

    def test_wishes_are_kept_and_zero_a_month_is_heard(self, client, nour):
        given = {"days_off": ["1", "3"], "most_a_month": "0", "weekly_digest": "on"}
        client.post(page("turn_wishes", nour.token), given)
        kept = Tenancy.objects.get(pk=nour.pk).wishes
        assert (kept.days_off, kept.most_a_month, kept.weekly_digest) == ([1, 3], 0, True)

    def test_the_links_of_a_reminder_ask_before_they_act(self, client, nour, turn):
        duty = actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
        client.get(page("duty_coming", duty.token))
        client.get(page("duty_cannot", duty.token))
        client.get(page("decline_turn", duty.token))
        duty.refresh_from_db()
        assert (duty.coming_at, duty.replacement_asked_at, duty.state) == (None, None, "held")

        client.post(page("duty_coming", duty.token))
        duty.refresh_from_db()
        assert duty.coming_at == NOW
        answer = client.post(page("duty_cannot", duty.token), follow=True)
        assert "Le jardin cherche quelqu’un" in read(answer)

    def test_whoever_answers_first_steps_in_and_the_next_reads_why_not(
        self, client, garden, nour, turn
    ):
        duty = actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
        actions.ask_replacement(token=duty.token)
        first, second = gardeners(garden, 2)
        assert "Je prends ce tour" in read(client.get(page("replace", first.token, duty.pk)))

        client.post(page("replace", first.token, duty.pk))

        assert turn.duties.live().get().household == first.household
        late = client.post(page("replace", second.token, duty.pk), follow=True)
        assert "plus rapide" in read(late)
        assert "n’est plus à prendre" in read(client.get(page("replace", second.token, duty.pk)))

    def test_a_swap_is_offered_seen_and_accepted(self, client, garden, nour, turn):
        sam = gardener(garden, "Sam")
        mine = actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
        later = TurnFactory(chore=turn.chore, day=date(2026, 6, 12))
        theirs = actions.take_turn(turn_id=later.pk, tenancy_id=sam.pk)
        assert "Foyer Sam" in read(client.get(page("swap_offer", mine.token)))

        client.post(page("swap_offer", mine.token), {"wanted": theirs.pk})
        swap = mine.swaps_offered.get()
        assert "Foyer Nour vous donne" in read(client.get(page("swap", swap.token)))
        answer = client.post(page("swap", swap.token), {"yes": "1"}, follow=True)

        assert "voici votre nouveau tour" in read(answer)
        assert turn.duties.live().get().household == sam.household
        assert "n’attend plus de réponse" in read(client.get(page("swap", swap.token)))

    def test_what_is_done_counts_the_minutes_given(self, client, nour, turn, clock):
        duty = actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
        clock.move_to(turn.starts_at + timedelta(hours=1))
        answer = client.post(page("duty_done", duty.token), {"minutes": "35"}, follow=True)
        assert "35 min comptées" in read(answer)

    def test_the_sheet_of_the_shed_names_households_and_no_address(self, client, nour, turn):
        actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
        sheet = read(client.get(page("rota_sheet", nour.token)))
        assert "Foyer Nour" in sheet
        assert "nour@" not in sheet

    def test_turns_come_into_the_calendar_of_the_plot_and_of_the_person(self, client, nour, turn):
        duty = actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
        file = Calendar.from_ical(client.get(page("rota_calendar", nour.token)).content)
        (event,) = file.walk("VEVENT")
        assert event["UID"] == f"duty-{duty.pk}@halle-et-jardins"
        person = Person.objects.create_user("nour@exemple.fr", household=nour.household)
        between = {"start": NOW, "end": NOW + timedelta(days=9)}
        assert len(agenda.mine(person, addresses=[], **between)) == 1
        stranger = Person.objects.create_user("bo@exemple.fr")
        assert agenda.mine(stranger, addresses=["bo@exemple.fr"], **between) == []
        actions.call_off(garden_id=turn.chore.garden_id, day=turn.day)
        assert agenda.mine(person, addresses=[], **between)[0].cancelled


class TestThings:
    def test_seeds_are_offered_asked_for_answered_and_handed_over(self, client, garden, nour):
        sam = gardener(garden, "Sam")
        given = {"way": "give", "kind": "seed", "name": "Courges", "words": "", "quantity": "3"}
        client.post(page("offer_thing", nour.token), given | {"picture": picture()})
        thing = Thing.objects.get()
        assert thing.picture.name.startswith("jardins/")

        asked = client.post(
            page("thing", sam.token, thing.pk), {"quantity": "2", "words": "Samedi ?"}, follow=True
        )
        loan = Loan.objects.get()

        assert "C’est réservé" in read(asked)
        mine = read(client.get(page("things", nour.token)))
        assert "Samedi ?" in mine
        assert sam.email not in mine
        client.post(page("loan", nour.token, loan.pk), {"verb": "yes", "answer": "10 h au banc"})
        assert "10 h au banc" in read(client.get(page("things", sam.token)))
        client.post(page("loan", sam.token, loan.pk), {"verb": "handed"})
        loan.refresh_from_db()
        assert loan.state == Loan.State.HANDED
        too_many = client.post(page("thing", sam.token, thing.pk), {"quantity": "2", "words": ""})
        assert too_many.status_code == 422
        assert "Il n’en reste pas assez" in read(too_many)

    def test_the_tiller_is_booked_by_the_hour_and_never_twice(self, client, garden, nour):
        tiller, sam = ThingFactory(garden=garden), gardener(garden, "Sam")
        hours = {"day": "2026-06-06", "starts": "09:00", "last": "", "ends": "12:00"}
        client.post(page("thing", nour.token, tiller.pk), hours)

        taken = client.post(page("thing", sam.token, tiller.pk), hours | {"starts": "11:00"})
        wrong = client.post(page("thing", sam.token, tiller.pk), hours | {"ends": "08:00"})
        after = client.post(
            page("thing", sam.token, tiller.pk), hours | {"starts": "12:00", "ends": "14:00"}
        )

        assert "déjà réservées" in read(taken)
        assert "La fin doit venir après le début" in read(wrong)
        assert after.status_code == 302
        assert Loan.objects.count() == 2

    def test_keys_and_codes_are_for_those_who_garden_now(self, client, garden, nour):
        key = KeyFactory(garden=garden)
        soon = gardener(garden, "Bo", starts_on=date(2026, 9, 1))
        assert "4815" in read(client.get(page("things", nour.token)))
        assert "4815" not in read(client.get(page("things", soon.token)))

        client.post(page("key", nour.token, key.pk))

        key.refresh_from_db()
        assert key.holder == nour
        assert key.handovers.count() == 1

    def test_nobody_answers_for_another(self, client, garden, nour):
        sam, bo = gardeners(garden, 2)
        thing = ThingFactory(garden=garden, owner=nour, way="give")
        loan = actions.ask_for_thing(thing_id=thing.pk, tenancy_id=sam.pk)
        for verb in ("yes", "no", "handed", "back", "cancel"):
            client.post(page("loan", bo.token, loan.pk), {"verb": verb})
        loan.refresh_from_db()
        assert loan.state == Loan.State.ASKED
        assert client.post(page("withdraw_thing", bo.token, thing.pk)).status_code == 404


class TestBoard:
    def test_a_notice_hangs_two_weeks_unless_another_date_is_said(self, client, nour):
        given = {"title": "Troc", "words": "Samedi.", "until": "2026-06-15", "picture": picture()}
        client.post(page("notices", nour.token), given)
        notice = Notice.objects.get()
        assert (notice.until, notice.tenancy) == (date(2026, 6, 15), nour)
        assert notice.picture
        form = client.get(page("notices", nour.token))
        assert 'value="2026-06-15"' in read(form)

    def test_a_picture_too_heavy_or_broken_is_refused_in_words(self, client, nour, monkeypatch):
        given = {"title": "Troc", "words": "Samedi.", "until": "2026-06-15"}
        broken = SimpleUploadedFile("a.jpg", b"not a picture", content_type="image/jpeg")
        answer = client.post(page("notices", nour.token), given | {"picture": broken})
        assert answer.status_code == 422
        assert "n’est pas une image" in read(answer)
        assert NoticeForm.base_fields["picture"].max_upload_size == 10 * 1024 * 1024
        monkeypatch.setattr(NoticeForm.base_fields["picture"], "max_upload_size", 100)
        heavy = client.post(page("notices", nour.token), given | {"picture": picture()})
        assert "Cette image pèse" in read(heavy)
        assert not Notice.objects.exists()

    def test_it_is_taken_down_by_its_own_and_reported_by_others(self, client, garden, nour):
        sam = gardener(garden, "Sam")
        notice = NoticeFactory(garden=garden, tenancy=nour)
        assert client.post(page("take_down", sam.token, notice.pk)).status_code == 404
        client.post(page("report_notice", sam.token, notice.pk), {"because": "Une adresse dedans"})
        notice.refresh_from_db()
        assert notice.reported_because == "Une adresse dedans"
        client.post(page("take_down", nour.token, notice.pk))
        assert "Rien d’affiché" in read(client.get(page("notices", nour.token)))


def fill(garden, reader, count):
    """A garden with so many of everything that its pages list."""
    chore = ChoreFactory(garden=garden, places=2)
    others = gardeners(garden, count)
    for number, who in enumerate(others):
        turn = TurnFactory(chore=chore, day=date(2026, 6, 2) + timedelta(days=number))
        duty = actions.take_turn(turn_id=turn.pk, tenancy_id=who.pk)
        actions.propose_swap(token=duty.token)
        actions.take_turn(turn_id=turn.pk, tenancy_id=reader.pk)
        thing = ThingFactory(garden=garden, owner=reader if number % 2 else who, way="give")
        asker = who if number % 2 else reader
        actions.ask_for_thing(thing_id=thing.pk, tenancy_id=asker.pk)
        KeyFactory(garden=garden, holder=who, held_since=NOW)
        NoticeFactory(garden=garden, tenancy=who)


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("name", ["rota", "rota_sheet", "things", "notices", "my_plot"])
def test_pages_ask_few_questions_with_few_rows_and_many(
    client: Client, garden, nour, name, count, django_assert_max_num_queries
):
    fill(garden, nour, count)
    address = page(name, nour.token)
    client.get(address)
    with django_assert_max_num_queries(QUERIES_AT_MOST):
        answer = client.get(address)
    assert answer.status_code == 200


def test_the_page_of_a_plot_shows_the_next_turn_or_one_to_take(client, nour, turn):
    assert "Celui-ci attend quelqu’un" in read(client.get(nour.get_absolute_url()))
    actions.take_turn(turn_id=turn.pk, tenancy_id=nour.pk)
    shown = read(client.get(nour.get_absolute_url()))
    assert "Celui-ci attend" not in shown
    assert "dans 3 jours" in shown
