"""A line is written once, mended by whoever wrote it, and loses its name in time."""

from datetime import date, timedelta
from unittest import mock
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError
from django.utils import timezone

from commons.notices.actions import deliver
from commons.notices.models import Message
from commons.places.models import House
from gardens import actions, measures, queries
from gardens.actions import growing as verbs
from gardens.models import Growing, Harvest, Surplus, Tenancy
from gardens.refusals import LineClosedError, PlotEndedError
from gardens.rules.growing import EDITABLE_FOR, Way
from tests.crowd import all_at_once, meeting_before
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory
from tests.gardens.growing_factories import (
    GrowingFactory,
    HarvestFactory,
    PlantFactory,
    SurplusFactory,
)

TODAY = timezone.localdate


def note(tenancy, **given):
    facts = {"form_key": uuid4(), "on": TODAY(), "way": Way.OPEN, "plant": PlantFactory()}
    return actions.note_growing(tenancy_id=tenancy.pk, **facts | given)


def announce(tenancy, **given):
    facts = {"form_key": uuid4(), "on": TODAY(), "plant": PlantFactory(), "how_much": "un cageot"}
    return actions.announce_surplus(tenancy_id=tenancy.pk, **facts | given)


@pytest.mark.django_db
class TestLines:
    def test_the_same_form_notes_a_plant_once_and_two_plants_twice(self):
        tenancy, key = TenancyFactory(), uuid4()
        first = note(tenancy, form_key=key)
        assert note(tenancy, form_key=key) == first
        basil = note(tenancy, form_key=key, plant=None, other_name="basilic")
        assert basil != first
        assert note(tenancy, form_key=key, plant=None, other_name="basilic") == basil

    def test_a_line_knows_its_plot_and_its_part(self):
        tenancy = TenancyFactory(plot=PlotFactory(kind="shared"), part=2)
        line = note(tenancy)
        assert (line.plot, line.part, line.tenancy) == (tenancy.plot, 2, tenancy)

    def test_who_holds_the_plot_no_more_notes_nothing(self):
        gone = TenancyFactory(ends_on=TODAY() - timedelta(days=1))
        cancelled = TenancyFactory(state=Tenancy.State.CANCELLED)
        for tenancy in (gone, cancelled):
            with pytest.raises(PlotEndedError):
                note(tenancy)

    def test_a_line_is_mended_and_taken_back_for_some_days(self):
        line = GrowingFactory()
        ask = {"tenancy_id": line.tenancy_id, "line_id": line.pk}
        late = line.created_at + EDITABLE_FOR + timedelta(minutes=1)
        actions.correct_line(Growing, **ask, bed="Rang du fond")
        line.refresh_from_db()
        assert line.bed == "Rang du fond"
        with pytest.raises(LineClosedError):
            actions.correct_line(Growing, **ask, now=late, bed="Ailleurs")
        with pytest.raises(LineClosedError):
            actions.erase_line(Growing, **ask, now=late)
        actions.erase_line(Growing, **ask)
        assert not Growing.objects.exists()

    def test_another_household_touches_nothing(self):
        line = GrowingFactory()
        with pytest.raises(Growing.DoesNotExist):
            actions.erase_line(Growing, tenancy_id=TenancyFactory().pk, line_id=line.pk)

    @pytest.mark.parametrize(
        "wrong", [{"other_name": "basilic"}, {"plant": None}], ids=["two names", "no name"]
    )
    def test_a_line_names_one_plant(self, wrong):
        with pytest.raises(IntegrityError):
            GrowingFactory(**wrong)

    def test_the_name_leaves_with_the_page_and_the_plot_remembers(self):
        ended = TODAY() - timedelta(days=61)
        gone = TenancyFactory(starts_on=date(2024, 3, 1), ends_on=ended)
        line = GrowingFactory(tenancy=gone, words="Chez moi", on=date(2025, 5, 1))
        HarvestFactory(tenancy=gone, grams=900, solidarity=True, on=date(2025, 6, 1))
        stays = GrowingFactory(words="Chez nous")

        assert actions.leave_logs_to_plots() == 2

        line.refresh_from_db(), stays.refresh_from_db()
        assert (line.tenancy, line.words) == (None, "")
        assert stays.words == "Chez nous"
        assert queries.memory_of(gone.plot_id, gone.part)[0].beds == [("", ["radis"])]
        assert measures.surplus_given_grams(start=date(2025, 1, 1), end=date(2026, 1, 1)) == 900


@pytest.mark.django_db
class TestSurplus:
    @pytest.fixture(autouse=True)
    def house(self):
        house = House.load()
        house.email = "halle@exemple.fr"
        house.save()

    def test_the_hall_is_written_to_once_and_reads_no_name(self):
        tenancy = TenancyFactory(name="Amina Diallo", household__name="Foyer Diallo")
        key = uuid4()
        announce(tenancy, form_key=key)
        announce(tenancy, form_key=key)
        message = Message.objects.get(to="halle@exemple.fr")
        deliver(message_id=message.pk, now=timezone.now())

        (letter,) = mail.outbox
        assert "radis, un cageot" in letter.subject
        assert "Jardin des Rails" in letter.body
        assert "/gestion/" in letter.body
        assert "Diallo" not in letter.body

    def test_a_withdrawn_announcement_sends_nothing(self):
        surplus = announce(TenancyFactory())
        actions.withdraw_surplus(tenancy_id=surplus.tenancy_id, surplus_id=surplus.pk)
        deliver(message_id=Message.objects.get().pk, now=timezone.now())
        assert mail.outbox == []

    def test_a_house_without_an_address_is_not_written_to(self):
        House.objects.update(email="")
        announce(TenancyFactory())
        assert not Message.objects.exists()

    def test_what_is_brought_is_one_harvest_and_counts_once(self):
        surplus = SurplusFactory()
        ask = {"tenancy_id": surplus.tenancy_id, "surplus_id": surplus.pk, "on": TODAY()}
        for _tap in range(2):
            actions.bring_surplus(**ask, grams=3_200, pieces=None)

        harvest = Harvest.objects.get()
        assert (harvest.grams, harvest.solidarity) == (3_200, True)
        tomorrow = TODAY() + timedelta(days=1)
        assert measures.surplus_given_grams(start=TODAY(), end=tomorrow) == 3_200
        assert measures.surplus_given_grams(start=tomorrow, end=date(2100, 1, 1)) == 0
        assert queries.surplus_of(surplus.tenancy, on=TODAY()) == []

    def test_a_brought_surplus_is_not_withdrawn(self):
        surplus = SurplusFactory(state=Surplus.State.BROUGHT)
        actions.withdraw_surplus(tenancy_id=surplus.tenancy_id, surplus_id=surplus.pk)
        surplus.refresh_from_db()
        assert surplus.state == Surplus.State.BROUGHT

    def test_an_old_announcement_is_no_longer_told(self):
        SurplusFactory(on=TODAY() - timedelta(days=11))
        fresh = SurplusFactory(on=TODAY() - timedelta(days=10))
        assert queries.surplus_announced(on=TODAY(), limit=9) == [fresh]


@pytest.mark.django_db
class TestPickedNow:
    def test_a_garden_tells_what_it_picks_when_three_households_log(self):
        garden = GardenFactory()
        plots = [PlotFactory(garden=garden) for _plot in range(3)]
        households = [TenancyFactory(plot=plot) for plot in plots]
        leek = PlantFactory(slug="poireau", name_fr="poireau")
        for tenancy in households[:2]:
            HarvestFactory(tenancy=tenancy)
            HarvestFactory(tenancy=tenancy, plant=leek)
        assert queries.picked_now(garden.pk, on=TODAY()) == []

        third = HarvestFactory(tenancy=households[2])
        assert queries.picked_now(garden.pk, on=TODAY()) == ["poireau", "radis"]

        third.on = TODAY() - timedelta(days=31)
        third.save()
        assert queries.picked_now(garden.pk, on=TODAY()) == []


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
class TestTwoTaps:
    TAPS = 10

    def test_ten_taps_at_once_write_one_line(self):
        tenancy, key, plant = TenancyFactory(), uuid4(), PlantFactory()
        lines = all_at_once(lambda _tap: note(tenancy, form_key=key, plant=plant), range(self.TAPS))
        assert len({line.pk for line in lines}) == 1

    def test_without_the_lock_the_constraint_still_refuses_a_double(self):
        """The control: the lock makes the second tap quiet; the constraint only refuses."""
        tenancy, key, plant = TenancyFactory(), uuid4(), PlantFactory()
        unlocked = mock.patch.object(verbs, "_lock_open", lambda pk: Tenancy.objects.get(pk=pk))
        with unlocked, meeting_before(Growing.objects, "create", of=self.TAPS):
            lines = all_at_once(
                lambda _tap: note(tenancy, form_key=key, plant=plant), range(self.TAPS)
            )
        assert Growing.objects.count() == 1
        assert sum(isinstance(line, IntegrityError) for line in lines) == self.TAPS - 1
