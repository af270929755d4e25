"""When one picks, what one does meanwhile, and what a bed remembers."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gardens.rules.growing import Crop, Needs, Task, Way, Window, harvest_window, steps
from gardens.rules.rotation import YEARS_APART, Grown, came_too_soon

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
SPANS = st.one_of(
    st.just([]), st.builds(lambda a, b: [a, a + b], st.integers(1, 200), st.integers(0, 100))
)
NEEDS = st.builds(
    Needs,
    nursery_weeks=SPANS,
    sow_days=SPANS,
    plant_days=SPANS,
    harvest_halves=st.lists(st.integers(1, 24), unique=True, max_size=24),
)
WAYS = st.sampled_from(list(Way))

RADISH = Needs(sow_days=[20, 30], thin_days=[7, 14], open_halves=range(5, 17))
TOMATO = Needs(nursery_weeks=[6, 10], plant_days=[70, 90])
GARLIC = Needs(harvest_halves=[11, 12, 13, 14, 15, 16])


@given(WAYS, DAYS, NEEDS)
def test_a_window_ends_after_it_starts_and_starts_after_the_sowing(way, on, needs):
    window = harvest_window(way, on=on, needs=needs)
    known = needs.harvest_halves or needs.sow_days or needs.plant_days
    assert window is None or on < window.first <= window.last
    assert known or window is None


@given(WAYS, DAYS, st.integers(0, 400), NEEDS)
def test_a_later_sowing_is_never_picked_earlier(way, on, later, needs):
    early = harvest_window(way, on=on, needs=needs)
    late = harvest_window(way, on=on + timedelta(days=later), needs=needs)
    assert (early is None) == (late is None)
    if early and late:
        assert early.first <= late.first
        assert early.last <= late.last


def test_days_of_the_sheet_come_before_its_months():
    assert harvest_window(Way.OPEN, on=date(2026, 4, 1), needs=RADISH) == Window(
        first=date(2026, 4, 21), last=date(2026, 5, 11)
    )
    assert harvest_window(Way.COVER, on=date(2026, 3, 1), needs=TOMATO) == Window(
        first=date(2026, 6, 21), last=date(2026, 8, 8)
    )


def test_without_days_it_is_the_next_harvest_of_the_months():
    assert harvest_window(Way.PLANTED, on=date(2026, 10, 24), needs=GARLIC) == Window(
        first=date(2027, 6, 1), last=date(2027, 8, 31)
    )


def test_days_wait_for_the_months_of_the_harvest():
    tomato = Needs(plant_days=[70, 90], harvest_halves=range(13, 21))
    planted = {"way": Way.PLANTED, "needs": tomato}
    assert harvest_window(on=date(2026, 5, 20), **planted) == Window(
        first=date(2026, 7, 29), last=date(2026, 8, 18)
    )
    assert harvest_window(on=date(2026, 11, 22), **planted) == Window(
        first=date(2027, 7, 1), last=date(2027, 7, 21)
    )


def test_a_harvest_that_passes_over_the_new_year_is_one():
    leek = Needs(harvest_halves=[21, 22, 23, 24, 1, 2, 3, 4])
    assert harvest_window(Way.PLANTED, on=date(2026, 6, 20), needs=leek) == Window(
        first=date(2026, 11, 1), last=date(2027, 2, 28)
    )


def crop(key, way, on, needs):
    return Crop(key=key, way=way, on=on, needs=needs)


def told(crops, today, picked=()):
    return [(step.task, step.crop.key) for step in steps(crops, today=today, picked=picked)]


def test_a_log_says_what_to_do_and_when():
    radish = crop("radis", Way.OPEN, date(2026, 4, 1), RADISH)
    assert told([radish], date(2026, 4, 5)) == [(Task.THIN, "radis")]
    assert (Task.HARVEST, "radis") in told([radish], date(2026, 4, 24))
    assert (Task.SOW_AGAIN, "radis") in told([radish], date(2026, 4, 24))
    assert told([radish], date(2027, 4, 1)) == []


def test_pots_wait_until_they_are_planted():
    pots = crop("tomate", Way.COVER, date(2026, 3, 4), TOMATO)
    assert told([pots], date(2026, 4, 20)) == [(Task.PLANT_OUT, "tomate")]
    out = crop("tomate", Way.PLANTED, date(2026, 5, 16), TOMATO)
    assert told([pots, out], date(2026, 5, 20)) == []
    assert told([pots, out], date(2026, 8, 1)) == [(Task.HARVEST, "tomate")]


def test_what_was_picked_this_week_does_not_call_again():
    radish = crop("radis", Way.OPEN, date(2026, 4, 1), RADISH)
    picked = [("radis", date(2026, 4, 23))]
    assert (Task.HARVEST, "radis") not in told([radish], date(2026, 4, 24), picked)


def test_three_rows_of_one_plant_are_one_line():
    rows = [crop("radis", Way.OPEN, date(2026, 4, day), RADISH) for day in (1, 3, 5)]
    assert told(rows, date(2026, 4, 26)).count((Task.HARVEST, "radis")) == 1


def grown(year, family="solanaceae", bed="", name="tomate"):
    return Grown(year=year, family=family, bed=bed, name=name)


@given(
    st.integers(2015, 2035),
    st.lists(
        st.builds(grown, st.integers(2010, 2035), st.sampled_from(["solanaceae", "fabaceae"]))
    ),
)
def test_a_warning_is_of_the_same_family_and_of_the_last_three_years(year, past):
    warned = came_too_soon("solanaceae", bed="", year=year, past=past)
    close = [g for g in past if g.family == "solanaceae" and 0 < year - g.year <= YEARS_APART]
    assert bool(warned) == bool(close)
    assert warned is None or warned.year == max(g.year for g in close)


def test_named_beds_are_told_apart_and_unnamed_ones_are_the_whole_plot():
    past = [grown(2025, bed="Carré du fond")]
    ask = {"year": 2026, "past": past}
    assert came_too_soon("solanaceae", bed="carré du fond ", **ask)
    assert came_too_soon("solanaceae", bed="", **ask)
    assert came_too_soon("solanaceae", bed="Rang du milieu", **ask) is None


def test_an_unknown_family_and_the_same_season_warn_of_nothing():
    assert came_too_soon("", bed="", year=2026, past=[grown(2025, family="")]) is None
    assert came_too_soon("solanaceae", bed="", year=2026, past=[grown(2026)]) is None
