"""A month moved by a climate: round the year, in order, and never into frost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commons.plants.climates import (
    FROST_FREE,
    LATER,
    Climate,
    half_of,
    halves_of,
    in_climate,
    may_freeze,
    months_of,
    shift,
)
from commons.plants.sheets import parse_months, read_sheets

MONTHS = st.builds(
    lambda first, length: [(first + step - 1) % 12 + 1 for step in range(length)],
    st.integers(1, 12),
    st.integers(0, 12),
)
ELSEWHERE = st.sampled_from([climate for climate in Climate if LATER[climate]])


@given(MONTHS)
def test_twelve_months_of_shifting_change_nothing(months):
    moved = halves_of(months)
    for _month in range(12):
        moved = shift(moved, by=2)
    assert months_of(moved) == months


@given(MONTHS, st.integers(-50, 50))
def test_shifting_keeps_the_order_and_comes_back(months, by):
    halves = halves_of(months)
    moved = shift(halves, by=by)
    steps = [(after - before) % 24 for before, after in pairwise(halves)]
    assert [(after - before) % 24 for before, after in pairwise(moved)] == steps
    assert shift(moved, by=-by) == halves
    assert all(1 <= half <= 24 for half in moved)


@given(MONTHS)
def test_the_climate_of_the_sheets_leaves_them_as_they_are(months):
    assert in_climate(months, Climate.OCEAN) == halves_of(months)
    assert in_climate(months, Climate.OCEAN, frost_tender=True) == halves_of(months)


def test_from_the_south_to_the_north_east_is_a_month():
    assert LATER[Climate.NORTH_EAST] - LATER[Climate.SOUTH] == 2
    assert in_climate([3], Climate.SOUTH) == [4, 5]
    assert in_climate([3], Climate.NORTH_EAST) == [6, 7]
    assert in_climate([1, 12], Climate.SOUTH) == [24, 1, 22, 23]


@given(MONTHS, ELSEWHERE)
def test_what_dies_of_frost_never_stands_in_it(months, climate):
    first, last = FROST_FREE[climate]
    halves = in_climate(months, climate, frost_tender=True)
    assert all(first <= half <= last for half in halves)
    assert bool(halves) == bool(months)


def test_beans_wait_for_the_ice_saints_in_the_north_east():
    assert in_climate([4, 5], Climate.NORTH_EAST) == [8, 9, 10, 11]
    assert in_climate([4, 5], Climate.NORTH_EAST, frost_tender=True) == [10, 11]
    assert in_climate([4], Climate.MOUNTAIN, frost_tender=True) == [11]


def test_it_freezes_longer_where_spring_is_late():
    frosts = {c: sum(may_freeze(half, c) for half in range(1, 25)) for c in Climate}
    assert sorted(frosts, key=frosts.get) == list(Climate)
    assert all(may_freeze(1, climate) and not may_freeze(14, climate) for climate in Climate)


@pytest.mark.parametrize(("day", "half"), [(1, 5), (15, 5), (16, 6), (31, 6)])
def test_the_second_half_of_a_month_begins_on_the_sixteenth(day, half):
    assert half_of(month=3, day=day) == half


def test_our_own_sheets_never_send_a_tender_plant_out_in_winter():
    from commons.plants.management.commands.load_plants import OUR_OWN_SHEETS

    tender = [s.facts for s in read_sheets(OUR_OWN_SHEETS) if s.facts["frost_tender"]]
    assert len(tender) > 5
    for facts in tender:
        for climate in Climate:
            for work in ("sow_open", "plant"):
                halves = in_climate(facts[work], climate, frost_tender=True)
                assert not set(months_of(halves)) & {11, 12, 1, 2, 3}


def test_an_empty_cell_is_an_empty_list():
    assert in_climate(parse_months(""), Climate.MOUNTAIN, frost_tender=True) == []
