"""Geometry of plots, held against slower and simpler ways of asking the same."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commons.drawing import bounding_box, rectangle
from gardens.rules.cutting import cut, joined
from gardens.rules.drawing import Drawing, Fault, FeatureShape, PlotShape, problems, version_of
from gardens.rules.shapes import crosses_itself, fitted, overlap, surface_of
from gardens.rules.times_of_year import TimeOfYear, time_of_year

places, sizes = st.integers(0, 60), st.integers(3, 40)
rectangles = st.builds(rectangle, places, places, sizes, sizes)
L_SHAPE = [[0, 0], [40, 0], [40, 20], [20, 20], [20, 40], [0, 40]]
U_SHAPE = [[0, 0], [60, 0], [60, 40], [40, 40], [40, 20], [20, 20], [20, 40], [0, 40]]


def plot(number, outline, plot_id=None):
    return PlotShape(plot_id=plot_id, number=number, outline=outline)


def faults(*plots, features=(), width=400, height=400):
    return [p.fault for p in problems(list(plots), list(features), width=width, height=height)]


@given(rectangles, rectangles)
def test_two_rectangles_overlap_when_they_share_more_than_a_border(one, other):
    x1, y1, width1, height1 = bounding_box(one)
    x2, y2, width2, height2 = bounding_box(other)
    shared_x = min(x1 + width1, x2 + width2) - max(x1, x2)
    shared_y = min(y1 + height1, y2 + height2) - max(y1, y2)

    assert overlap(one, other) is (shared_x > 0 and shared_y > 0 and min(shared_x, shared_y) >= 1)
    assert overlap(one, other) is overlap(other, one)


@given(st.integers(21, 39), st.integers(21, 39))
def test_what_stands_in_the_hollow_of_an_l_does_not_overlap_it(x, y):
    assert not overlap(L_SHAPE, rectangle(x, y, 40 - x + 10, 40 - y + 10))
    assert overlap(L_SHAPE, rectangle(x // 2, y - 5, 8, 8))


def test_a_shape_on_itself_or_inside_another_overlaps_it():
    assert overlap(L_SHAPE, L_SHAPE)
    assert overlap(L_SHAPE, list(reversed(L_SHAPE)))
    assert overlap(rectangle(0, 0, 50, 50), rectangle(10, 10, 5, 5))
    assert overlap(rectangle(0, 20, 60, 10), rectangle(20, 0, 10, 60))


def test_neighbours_along_a_slanted_border_do_not_overlap():
    left, right = [[0, 0], [31, 0], [44, 37], [0, 37]], [[31, 0], [80, 0], [80, 37], [44, 37]]

    assert not overlap(left, right)
    assert not overlap(left, [[38, 20], [80, 20], [80, 37], [44, 37]])  # rounded to the decimetre
    assert overlap(left, [[34, 20], [80, 20], [80, 37], [40, 37]])


@pytest.mark.parametrize(
    "outline",
    [
        [[0, 0], [40, 40], [40, 0], [0, 40]],
        [[0, 0], [40, 0], [20, 0], [20, 30]],
        [[0, 0], [40, 0], [40, 40], [20, 0]],
        [[0, 0], [0, 0], [40, 0], [40, 40]],
    ],
    ids=["a bow tie", "folded back", "a corner on a side", "a corner twice"],
)
def test_a_shape_that_crosses_itself_is_seen(outline):
    assert crosses_itself(outline)


@given(rectangles)
def test_a_rectangle_never_crosses_itself(outline):
    assert not crosses_itself(outline)
    assert not crosses_itself(list(reversed(outline)))


def test_surfaces_are_in_square_metres():
    assert surface_of(rectangle(10, 10, 46, 40)) == Decimal("18.4")
    assert surface_of(L_SHAPE) == Decimal("12.0")


@given(rectangles, places, places, sizes, sizes)
def test_a_shape_fits_where_it_is_put(outline, x, y, width, height):
    assert bounding_box(fitted(outline, x=x, y=y, width=width, height=height)) == (
        x,
        y,
        width,
        height,
    )
    left, top, wide, high = bounding_box(outline)
    assert fitted(outline, x=left, y=top, width=wide, height=high) == outline


@given(places, places, st.integers(20, 40), st.integers(20, 40), st.booleans(), st.data())
def test_two_halves_make_the_whole_and_do_not_overlap(x, y, width, height, goes_down, data):
    outline = rectangle(x, y, width, height)
    way, start, length = ("down", x, width) if goes_down else ("across", y, height)
    at = data.draw(st.integers(start + 4, start + length - 4))

    first, second = cut(outline, way=way, at=at)

    assert surface_of(first) + surface_of(second) == pytest.approx(
        surface_of(outline), abs=Decimal("0.1")
    )
    assert not overlap(first, second)
    assert surface_of(joined(first, second)) == surface_of(outline)


def test_a_line_that_misses_a_plot_or_makes_three_of_it_is_refused():
    assert cut(rectangle(10, 10, 40, 40), way="down", at=60) is None
    assert cut(rectangle(10, 10, 40, 40), way="down", at=11) is None  # a strip of a decimetre
    assert cut(U_SHAPE, way="across", at=30) is None
    assert cut(U_SHAPE, way="across", at=20) is None
    left, right = cut(U_SHAPE, way="down", at=30)
    assert surface_of(left) == surface_of(right) == Decimal("10.0")


def test_neighbours_join_along_a_part_of_a_side():
    ring = joined(rectangle(0, 0, 40, 20), rectangle(0, 20, 20, 20))

    assert sorted(ring) == sorted(L_SHAPE)


def test_plots_that_do_not_touch_take_in_what_lies_between():
    assert sorted(joined(rectangle(0, 0, 40, 20), rectangle(46, 0, 40, 20))) == sorted(
        rectangle(0, 0, 86, 20)
    )


def test_a_sound_plan_has_no_fault():
    assert faults(plot(1, rectangle(0, 0, 40, 20)), plot(2, rectangle(40, 0, 40, 20))) == []


def test_what_stands_in_the_way_of_a_plan_is_said():
    assert faults(plot(1, rectangle(0, 0, 40, 20)), plot(1, rectangle(40, 0, 40, 20))) == [
        Fault.NUMBER_TWICE
    ]
    assert faults(plot(1, rectangle(390, 0, 40, 20))) == [Fault.OUTSIDE]
    assert faults(plot(1, [[0, 0], [40, 40], [40, 0], [0, 40]])) == [Fault.CROSSED]
    assert faults(plot(1, rectangle(0, 0, 4, 4))) == [Fault.TOO_SMALL]
    assert faults(plot(1, rectangle(0, 0, 40, 20)), plot(2, rectangle(35, 0, 40, 20))) == [
        Fault.OVERLAP
    ]
    tree = FeatureShape(feature_id=None, kind="tree", x=390, y=0, width=20, height=20)
    assert faults(features=[tree]) == [Fault.LANDMARK_OUTSIDE]


def test_a_landmark_may_stand_on_a_plot():
    tree = FeatureShape(feature_id=None, kind="tree", x=10, y=0, width=20, height=20)

    assert faults(plot(1, rectangle(0, 0, 40, 20)), features=[tree]) == []


@given(st.permutations([plot(n, rectangle(n * 50, 0, 40, 20), plot_id=n) for n in range(4)]))
def test_the_version_follows_the_drawing_and_not_the_order_of_rows(plots):
    version = version_of(plots, [])

    assert version == version_of(sorted(plots, key=lambda p: p.number), [])
    moved = [plot(9, plots[0].outline, plot_id=plots[0].plot_id), *plots[1:]]
    assert version != version_of(moved, [])
    assert Drawing().removed_plots == frozenset()


@pytest.mark.parametrize(
    ("month", "season"),
    [(12, TimeOfYear.WINTER), (2, TimeOfYear.WINTER), (3, TimeOfYear.SPRING), (8, TimeOfYear.SUMMER),
     (9, TimeOfYear.AUTUMN), (11, TimeOfYear.AUTUMN)],
)  # fmt: skip
def test_seasons_are_those_of_gardeners(month, season):
    assert time_of_year(date(2026, month, 15)) == season
