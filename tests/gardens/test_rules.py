from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardens.rules.line import Turn, place_in_line, ranks
from gardens.rules.standing import Standing, free_part, standing

DAY = datetime(2026, 3, 3, tzinfo=UTC)


def turn(asked_at: datetime, pk: int, days: int = 0) -> Turn:
    """A request with a head start of so many days."""
    return Turn(asked_at - timedelta(days=days), pk, asked_at)


# Few instants and head starts for many requests, so that ties are frequent.
lines = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 10_000), st.sampled_from([0, 1, 5, 90])),
    unique_by=lambda row: row[1],
).map(lambda rows: [turn(DAY + timedelta(days=day), pk, days) for day, pk, days in rows])


@given(lines)
def test_ranks_count_from_one_without_gap_or_tie(turns):
    assert sorted(ranks(turns).values()) == list(range(1, len(turns) + 1))


@given(lines)
def test_who_asked_earlier_stands_behind_only_a_longer_head_start(turns):
    given_ranks = ranks(turns)
    for one in turns:
        for other in turns:
            if one.asked_at < other.asked_at and (
                given_ranks[one.request_id] > given_ranks[other.request_id]
            ):
                assert other.asked_at - other.counted_from > one.asked_at - one.counted_from


@given(lines.filter(bool))
def test_who_asks_later_with_no_head_start_moves_nobody(turns):
    last = max(other.asked_at for other in turns) + timedelta(days=1)
    after = ranks([*turns, turn(last, 20_000)])
    assert {pk: rank for pk, rank in after.items() if pk != 20_000} == ranks(turns)


@given(lines.filter(bool), st.data())
def test_everyone_ahead_asked_earlier_or_has_a_published_head_start(turns, data):
    shown = data.draw(st.sampled_from(turns))
    place = place_in_line(turns, request_id=shown.request_id)

    assert place is not None
    ahead = sorted(turns)[: place.ahead]
    before = [t for t in ahead if (t.asked_at, t.request_id) < (shown.asked_at, shown.request_id)]
    assert place.earlier == len(before)
    assert place.by_criteria == place.ahead - len(before)


@given(lines, st.data())
def test_the_order_in_which_rows_are_read_changes_no_rank(turns, data):
    assert ranks(data.draw(st.permutations(turns))) == ranks(turns)


@given(lines.filter(bool), st.data())
def test_when_one_leaves_nobody_moves_back(turns, data):
    leaving = data.draw(st.sampled_from(turns))
    before = ranks(turns)
    after = ranks(turn for turn in turns if turn != leaving)
    for request_id, rank in after.items():
        moved_up = before[request_id] > before[leaving.request_id]
        assert rank == before[request_id] - moved_up


@given(lines.filter(bool), st.data())
def test_a_place_agrees_with_the_ranks_and_gives_the_first_date(turns, data):
    shown = data.draw(st.sampled_from(turns))
    place = place_in_line(turns, request_id=shown.request_id)

    assert place is not None
    assert place.rank == place.ahead + 1 == ranks(turns)[shown.request_id]
    ahead = [other.asked_at for other in turns if other < shown]
    assert place.first_asked_at == min(ahead, default=None)


def test_who_does_not_wait_has_no_place():
    assert place_in_line([turn(DAY, 1)], request_id=2) is None


@pytest.mark.parametrize(
    ("collective", "parts", "tenants", "offered", "expected"),
    [
        (False, 1, 0, 0, Standing.FREE),
        (False, 1, 0, 1, Standing.OFFERED),
        (False, 1, 1, 0, Standing.HELD),
        (False, 3, 0, 0, Standing.FREE),
        (False, 3, 0, 2, Standing.FREE),
        (False, 3, 0, 3, Standing.OFFERED),
        (False, 3, 1, 2, Standing.SHARED),
        (False, 3, 3, 0, Standing.SHARED),
        (True, 0, 0, 0, Standing.COLLECTIVE),
    ],
)
def test_how_a_plot_stands(collective, parts, tenants, offered, expected):
    how = standing(collective=collective, parts=parts, tenants=tenants, offered=offered)
    assert how == expected


@given(st.integers(0, 8), st.sets(st.integers(1, 8)))
def test_a_free_part_is_the_first_that_nobody_holds(parts, held):
    part = free_part(parts=parts, held=held)

    if part is None:
        assert len(held) >= parts  # a number is a label: part 2 alone fills a plot of one part
    else:
        assert part not in held
        assert held >= set(range(1, part))
        assert part <= parts
