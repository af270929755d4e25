"""A plot is divided or joined to another: households go on, and what was remains readable."""

from datetime import date, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from commons.drawing import rectangle
from commons.notices.models import Message
from commons.people.models import Person
from gardens import actions, measures, queries
from gardens.actions import Half, merge_plots, retire_plot, split_plot
from gardens.models import Garden, Plot, PlotChange, Tenancy
from gardens.refusals import (
    ChangeDateError,
    ChoiceMissingError,
    NoPartLeftError,
    NotCuttableError,
    NotJoinableError,
    NumberTakenError,
    PlotHeldError,
    PlotPromisedError,
    PlotRetiredError,
)
from gardens.search import _free_plots
from gardens.waiting import _counted
from tests.crowd import all_at_once, meeting_before
from tests.gardens.factories import (
    GardenFactory,
    HouseholdFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)
from tests.gardens.test_letters import deliver_all

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def plot():
    return PlotFactory(number=7, outline=rectangle(0, 0, 80, 40), soil="silt", sun="half")


def divide(plot, **given):
    asked = {
        "way": "down",
        "at": 40,
        "halves": (Half(number=7), Half(number=8)),
        "keeps": {},
        "on": timezone.localdate(),
    }
    return split_plot(plot_id=plot.pk, **(asked | given))


def test_a_divided_plot_retires_and_its_halves_know_where_they_come_from(plot, today):
    ana = Person.objects.create_user("ana@exemple.fr")

    left, right = divide(plot, by=ana, words="Deux foyers attendent.")

    plot.refresh_from_db()
    assert plot.retired_on == today
    assert (left.number, right.number) == (7, 8)
    assert (left.outline, right.sun, right.soil) == (rectangle(0, 0, 40, 40), "half", "silt")
    assert left.surface_m2 == right.surface_m2 == 16
    change = right.came_from.get()
    assert (change.kind, change.by, change.on, change.words) == (
        PlotChange.Kind.SPLIT, ana, today, "Deux foyers attendent.",
    )  # fmt: skip
    assert [p.pk for p in change.sources.all()] == [plot.pk]


def test_a_household_goes_on_where_it_chose_and_its_link_with_it(plot, today):
    tenancy = TenancyFactory(plot=plot, starts_on=MARCH, state="confirmed")

    _left, right = divide(plot, keeps={tenancy.pk: 1})

    here = queries.tenancy_by_token(tenancy.token, on=today)
    assert (here.pk, here.plot, here.starts_on, here.ends_on) == (tenancy.pk, right, today, None)
    before = plot.tenancies.get()
    assert (before.starts_on, before.ends_on) == (MARCH, today - timedelta(days=1))
    assert (before.household, before.state) == (tenancy.household, "confirmed")
    assert before.token != tenancy.token


def test_households_of_a_shared_plot_each_keep_a_half(today):
    plot = PlotFactory(kind="shared", parts=3, number=7, outline=rectangle(0, 0, 80, 40))
    one, two, three = (TenancyFactory(plot=plot, part=n) for n in (1, 2, 3))

    left, right = divide(
        plot,
        keeps={one.pk: 0, two.pk: 1, three.pk: 1},
        halves=(Half(number=7), Half(number=8, parts=2)),
    )

    assert (left.kind, right.kind) == ("individual", "shared")
    assert [t.household for t in right.tenancies.order_by("part")] == [
        two.household,
        three.household,
    ]


def test_a_tenancy_that_begins_later_follows_without_a_past(plot, today):
    later = TenancyFactory(plot=plot, starts_on=today + timedelta(days=30))

    left, _right = divide(plot, keeps={later.pk: 0})

    moved = left.tenancies.get()
    assert (moved.pk, moved.starts_on) == (later.pk, later.starts_on)
    assert not plot.tenancies.exists()


def test_a_division_is_refused_whole(plot, today):
    PlotFactory(garden=plot.garden, number=9)
    tenancy = TenancyFactory(plot=plot)
    keeps = {tenancy.pk: 0}

    for given, refusal in (
        ({"at": 90, "keeps": keeps}, NotCuttableError),
        ({}, ChoiceMissingError),
        ({"keeps": keeps, "halves": (Half(number=7, parts=0), Half(number=8))}, NoPartLeftError),
        ({"keeps": keeps, "halves": (Half(number=7), Half(number=9))}, NumberTakenError),
        ({"keeps": keeps, "halves": (Half(number=8), Half(number=8))}, NumberTakenError),
        ({"keeps": keeps, "on": today + timedelta(days=1)}, ChangeDateError),
    ):
        with pytest.raises(refusal):
            divide(plot, **given)

    plot.refresh_from_db()
    tenancy.refresh_from_db()
    assert (plot.retired_on, tenancy.plot_id) == (None, plot.pk)
    divide(plot, keeps=keeps)
    with pytest.raises(PlotRetiredError):
        divide(plot, keeps=keeps)


def test_a_half_is_not_divided_before_it_was_made(plot, today):
    left, _right = divide(plot)

    with pytest.raises(ChangeDateError):
        divide(left, at=20, on=today - timedelta(days=1))


def neighbours(**given):
    garden = given.pop("garden", None) or GardenFactory()
    return [
        PlotFactory(garden=garden, number=n, outline=rectangle(n * 46, 0, 40, 40), **given)
        for n in (1, 2)
    ]


def join(*plots, **given):
    asked = {"number": plots[0].number, "on": timezone.localdate()}
    return merge_plots(plot_ids=[plot.pk for plot in plots], **(asked | given))


def test_two_households_share_what_was_joined(today):
    one, two = neighbours()
    first, second = TenancyFactory(plot=one), TenancyFactory(plot=two)

    whole = join(one, two)

    assert (whole.number, whole.kind, whole.parts) == (1, "shared", 2)
    assert sorted(whole.outline) == sorted(rectangle(46, 0, 86, 40))
    assert {t.pk for t in whole.tenancies.all()} == {first.pk, second.pk}
    assert set(whole.came_from.get().sources.all()) == {one, two}


def test_a_household_that_held_both_holds_the_whole(today):
    one, two = neighbours()
    household = HouseholdFactory()
    first = TenancyFactory(plot=one, household=household, starts_on=MARCH)
    second = TenancyFactory(plot=two, household=household, starts_on=MARCH + timedelta(days=9))

    whole = join(one, two)

    assert (whole.kind, whole.parts) == ("individual", 1)
    assert whole.tenancies.get().pk == first.pk
    second.refresh_from_db()
    assert second.ends_on == today - timedelta(days=1)


def test_shared_plots_keep_their_parts_and_raised_beds_their_legs():
    one, two = neighbours(kind="shared", raised_bed=True)
    TenancyFactory(plot=one)

    whole = join(one, two)

    assert (whole.parts, whole.raised_bed) == (4, True)


def test_what_cannot_be_joined_is_refused():
    one, two = neighbours()
    between = PlotFactory(
        garden=one.garden, number=3, outline=rectangle(86, 10, 6, 20), surface_m2="1.2"
    )

    with pytest.raises(NotJoinableError):
        join(one, two)
    with pytest.raises(NotJoinableError):
        join(one)
    with pytest.raises(PlotRetiredError):
        join(one, PlotFactory())
    with pytest.raises(NumberTakenError):
        join(one, between, number=2)
    assert not Plot.objects.exclude(retired_on=None).exists()


def test_a_plot_is_given_up_once_nobody_holds_it(plot, today):
    tenancy = TenancyFactory(plot=plot)
    with pytest.raises(PlotHeldError):
        retire_plot(plot_id=plot.pk, on=today)

    Tenancy.objects.filter(pk=tenancy.pk).update(ends_on=today - timedelta(days=1))
    for _again in range(2):
        retire_plot(plot_id=plot.pk, on=today, words="Le chantier du quai.")

    assert plot.garden.changes.get().words == "Le chantier du quai."
    PlotFactory(garden=plot.garden, number=7)  # its number is free again


def test_a_retired_plot_is_nowhere_but_in_the_past(plot, today):
    plot.kind, plot.parts = "shared", 2
    plot.save()
    tenancies = [TenancyFactory(plot=plot, part=n, starts_on=date(2025, 1, 1)) for n in (1, 2)]
    asked = ask(plot.garden)
    left, right = divide(plot, on=date(2026, 2, 1), keeps={tenancies[0].pk: 0, tenancies[1].pk: 1})

    glance = queries.glance_at(plot.garden, at=timezone.now())
    assert [p.pk for p in glance.plots] == [left.pk, right.pk]
    assert glance.free_corners == 0
    assert _counted(now=timezone.now()).get().free == 0
    assert _free_plots([plot.garden_id], at=timezone.now()) == {}
    with pytest.raises(Plot.DoesNotExist):
        actions.offer_plot(request_id=asked.pk, plot_id=plot.pk, starts_on=today, by=None)
    # It was shared while it stood.
    year = {"start": date(2025, 1, 1), "end": date(2026, 1, 1)}
    assert measures.plots_shared(**year) == 1
    assert measures.households_gardening(**year) == 2


def test_a_tenancy_cannot_go_on_where_the_plot_is_no_more(plot, today):
    retire_plot(plot_id=plot.pk, on=today)
    plot.refresh_from_db()

    with pytest.raises(Exception, match="n’est plus depuis"):
        Tenancy(plot=plot, household=HouseholdFactory(), starts_on=today).full_clean()


def test_households_read_which_plot_is_theirs_now(plot):
    tenancy = TenancyFactory(plot=plot, email="amina@exemple.fr", name="Amina")
    _left, right = divide(plot, keeps={tenancy.pk: 1})

    (letter,) = deliver_all()

    said = letter.body.replace("\u202f", " ").replace("\xa0", " ")
    assert letter.to == ["amina@exemple.fr"]
    assert "la parcelle 7 a été divisée : 7 et 8" in said
    assert "La vôtre est la parcelle 8 : 16 m²." in said
    assert f"http://testserver{tenancy.get_absolute_url()}" in said
    assert right.tenancies.get().email == "amina@exemple.fr"


def test_whoever_has_no_address_gets_no_letter_and_goes_on(plot):
    tenancy = TenancyFactory(plot=plot)

    divide(plot, keeps={tenancy.pk: 0})

    assert not Message.objects.exists()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_plot_divided_twice_at_once_is_divided_once():
    plot = PlotFactory(number=7, outline=rectangle(0, 0, 80, 40))

    results = all_at_once(
        lambda n: divide(plot, halves=(Half(number=n), Half(number=n + 1))), range(10, 20, 2)
    )

    assert sum(isinstance(result, PlotRetiredError) for result in results) == 4
    assert Plot.objects.current().count() == 2


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_the_same_ground_is_given_twice():
    """The control: both read the plot as standing, and four halves lie on the ground of two."""
    plot = PlotFactory(number=7, outline=rectangle(0, 0, 80, 40))
    unlocked = mock.patch.object(actions.plots, "lock_garden", lambda pk: Garden.objects.get(pk=pk))
    with unlocked, meeting_before(actions.plots, "cut"):
        all_at_once(
            lambda n: divide(plot, halves=(Half(number=n), Half(number=n + 1))), range(10, 14, 2)
        )

    assert Plot.objects.current().count() == 4


def test_a_plot_that_is_offered_waits_for_its_answer():
    plot = PlotFactory()
    actions.offer_plot(
        request_id=ask(plot.garden).pk, plot_id=plot.pk, starts_on=timezone.localdate(), by=None
    )
    with pytest.raises(PlotPromisedError):
        actions.retire_plot(plot_id=plot.pk, on=timezone.localdate())
