"""A plan is kept whole, or not at all; what somebody else did meanwhile is never written over unseen."""

from dataclasses import replace
from decimal import Decimal
from unittest import mock

import pytest
from django.db import IntegrityError
from django.utils import timezone

from commons.drawing import rectangle
from commons.people.models import Person
from gardens import actions
from gardens.actions import draw_plan, merge_plots
from gardens.models import Feature, Garden, Plot, PlotChange
from gardens.queries.drawing import open_plan
from gardens.refusals import PlanChangedError, PlanRefusedError, PlotHasPastError
from gardens.rules.drawing import Drawing, Fault, FeatureShape, PlotShape
from tests.crowd import all_at_once, meeting_before
from tests.gardens.factories import (
    FeatureFactory,
    GardenFactory,
    PlotFactory,
    TenancyFactory,
    shapes_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def garden():
    garden = GardenFactory()
    PlotFactory(garden=garden, number=1, outline=rectangle(0, 0, 40, 25))
    PlotFactory(garden=garden, number=2, outline=rectangle(50, 0, 40, 25))
    FeatureFactory(garden=garden)
    return garden


def new_plot(number, *corner):
    return PlotShape(plot_id=None, number=number, outline=rectangle(*corner, 40, 25))


def keep(garden, drawing, **given):
    return draw_plan(
        **{"garden_id": garden.pk, "version": open_plan(garden).version, "drawing": drawing} | given
    )


def numbers(garden):
    return sorted(garden.plots.current().values_list("number", flat=True))


def test_a_plan_is_kept_whole_and_the_log_says_who_drew(garden):
    ana = Person.objects.create_user("ana@exemple.fr", first_name="Ana")
    drawn = shapes_of(garden)
    moved = replace(drawn.plots[0], outline=rectangle(0, 30, 40, 30), raised_bed=True)
    shed = FeatureShape(feature_id=None, kind="shed", x=100, y=100, width=30, height=20)
    tree = replace(drawn.features[0], x=5)

    keep(
        garden,
        Drawing(plots=[moved, drawn.plots[1], new_plot(3, 100, 0)], features=[tree, shed]),
        by=ana,
    )

    first, _second, third = garden.plots.order_by("number")
    assert (first.outline, first.raised_bed) == (rectangle(0, 30, 40, 30), True)
    assert (third.surface_m2, third.kind, third.parts) == (Decimal("10.0"), "individual", 1)
    assert set(garden.features.values_list("kind", "x")) == {("tree", 5), ("shed", 100)}
    change = garden.changes.get()
    assert (change.kind, change.by) == (PlotChange.Kind.DRAWN, ana)
    assert set(change.results.all()) == {first, third}


def test_the_surface_follows_the_outline_unless_somebody_measured_it(garden):
    drawn = shapes_of(garden)
    garden.plots.filter(number=2).update(surface_m2="12.0")
    higher = [
        replace(shape, outline=[[x, y * 2] for x, y in shape.outline]) for shape in drawn.plots
    ]

    keep(garden, Drawing(plots=higher))

    assert dict(garden.plots.values_list("number", "surface_m2")) == {
        1: Decimal("20.0"),
        2: Decimal("12.0"),
    }


def test_two_plots_may_swap_their_numbers(garden):
    first, second = shapes_of(garden).plots

    keep(garden, Drawing(plots=[replace(first, number=2), replace(second, number=1)]))

    assert garden.plots.get(pk=first.plot_id).number == 2
    assert numbers(garden) == [1, 2]


def test_what_a_drawing_does_not_name_stays(garden):
    keep(garden, Drawing(plots=[new_plot(3, 100, 0)]))

    assert numbers(garden) == [1, 2, 3]
    assert garden.features.count() == 1


def test_what_is_removed_goes_unless_it_has_a_past(garden):
    first, second = shapes_of(garden).plots
    TenancyFactory(plot_id=second.plot_id)
    tree = garden.features.get()

    with pytest.raises(PlotHasPastError) as refused:
        keep(garden, Drawing(removed_plots=frozenset({first.plot_id, second.plot_id})))
    assert refused.value.numbers == [2]
    assert numbers(garden) == [1, 2]

    keep(
        garden,
        Drawing(removed_plots=frozenset({first.plot_id}), removed_features=frozenset({tree.pk})),
    )
    assert numbers(garden) == [2]
    assert not Feature.objects.exists()


def test_a_plot_that_came_from_others_is_not_deleted(garden):
    whole = merge_plots(
        plot_ids=garden.plots.values_list("pk", flat=True), number=1, on=timezone.localdate()
    )

    with pytest.raises(PlotHasPastError):
        keep(garden, Drawing(removed_plots=frozenset({whole.pk})))


def test_a_plan_with_a_fault_is_refused_and_nothing_of_it_is_kept(garden):
    with pytest.raises(PlanRefusedError) as refused:
        keep(garden, Drawing(plots=[new_plot(2, 200, 0), new_plot(4, 20, 0)]))

    assert [(p.fault, p.numbers) for p in refused.value.problems] == [
        (Fault.NUMBER_TWICE, (2,)),
        (Fault.OVERLAP, (4, 1)),
        (Fault.OVERLAP, (4, 2)),
    ]
    assert numbers(garden) == [1, 2]
    assert not PlotChange.objects.exists()


def test_a_change_by_somebody_else_is_told_with_their_name(garden):
    opened = open_plan(garden).version
    bo = Person.objects.create_user("bo@exemple.fr", first_name="Bo")
    keep(garden, Drawing(plots=[new_plot(3, 100, 0)]), by=bo)

    with pytest.raises(PlanChangedError) as refused:
        keep(garden, Drawing(plots=[new_plot(4, 200, 0)]), version=opened)

    assert refused.value.change.by == bo
    assert numbers(garden) == [1, 2, 3]


def test_a_change_by_another_door_is_seen_too(garden):
    opened = open_plan(garden).version
    garden.plots.filter(number=2).update(number=7)

    with pytest.raises(PlanChangedError):
        keep(garden, Drawing(), version=opened)


def test_a_plot_of_another_garden_is_not_ours_to_draw(garden):
    elsewhere = PlotFactory()

    with pytest.raises(PlanChangedError):
        keep(garden, Drawing(plots=[replace(new_plot(9, 100, 0), plot_id=elsewhere.pk)]))


def test_the_same_plan_kept_twice_is_written_down_once(garden):
    drawn = shapes_of(garden)

    keep(garden, drawn)

    assert not PlotChange.objects.exists()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_two_who_draw_at_once_one_is_told():
    garden = GardenFactory()
    opened = open_plan(garden).version

    results = all_at_once(
        lambda n: keep(garden, Drawing(plots=[new_plot(n, n * 50, 0)]), version=opened),
        range(1, 6),
    )

    assert sum(isinstance(result, Garden) for result in results) == 1
    assert sum(isinstance(result, PlanChangedError) for result in results) == 4
    assert Plot.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_two_drawings_end_up_one_on_the_other():
    """The control: both look before either writes, and both are kept."""
    garden = GardenFactory()
    opened = open_plan(garden).version
    unlocked = mock.patch.object(
        actions.drawing, "lock_garden", lambda pk: Garden.objects.get(pk=pk)
    )
    with unlocked, meeting_before(actions.drawing, "problems"):
        results = all_at_once(
            lambda n: keep(garden, Drawing(plots=[new_plot(n, n * 5, 0)]), version=opened),
            range(1, 3),
        )

    assert not [r for r in results if isinstance(r, PlanChangedError | IntegrityError)]
    assert Plot.objects.count() == 2
