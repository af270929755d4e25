"""The rota's rules: days of a pattern, hours of reminders, and a proposal that is fair and explained."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gardens.rules.proposal import Bar, Helper, Need, propose
from gardens.rules.rota import EVENING, MORNING, days_of, deserves_a_word, reminder_due_at

START = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
LOADS = st.integers(min_value=0, max_value=5)


def need(number: int, *, hardness: int = 1, free: int = 1, **given) -> Need:
    """Turns a day apart: no two at once."""
    starts_at = START + timedelta(days=number)
    facts = {
        "turn": number,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "weekday": starts_at.isoweekday(),
        "month": (starts_at.year, starts_at.month),
        "hardness": hardness,
        "free": free,
    }
    return Need(**(facts | given))


@st.composite
def gardens(draw, *, wishes=True):
    """Turns over some weeks, some at the same hours, and households with what they wished."""
    needs = [
        need(
            number,
            hardness=draw(st.integers(1, 3)),
            free=draw(st.integers(1, 3)),
            starts_at=START + timedelta(days=number // 2, hours=number % 2),
            ends_at=START + timedelta(days=number // 2, hours=2),
        )
        for number in range(draw(st.integers(0, 12)))
    ]
    helpers = [
        Helper(
            household=number,
            load=draw(LOADS),
            days_off=frozenset(draw(st.sets(st.integers(1, 7), max_size=4)) if wishes else ()),
            most_a_month=draw(st.none() | st.integers(0, 4)) if wishes else None,
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return needs, helpers


@given(gardens())
def test_each_place_has_one_line_and_nobody_two_places_of_a_turn_nor_two_turns_at_once(garden):
    needs, helpers = garden
    lines = propose(needs, helpers)

    assert Counter(line.turn for line in lines) == Counter({one.turn: one.free for one in needs})
    by_turn = {one.turn: one for one in needs}
    taken = [(line.household, by_turn[line.turn]) for line in lines if line.household is not None]
    for rank, (household, one) in enumerate(taken):
        for other_household, other in taken[rank + 1 :]:
            apart = one.ends_at <= other.starts_at or other.ends_at <= one.starts_at
            assert household != other_household or apart


@given(gardens())
def test_wishes_are_respected(garden):
    needs, helpers = garden
    by_turn, by_household = {n.turn: n for n in needs}, {h.household: h for h in helpers}
    months = Counter()
    for line in propose(needs, helpers):
        if line.household is None:
            continue
        helper, turn = by_household[line.household], by_turn[line.turn]
        assert turn.weekday not in helper.days_off
        months[line.household, turn.month] += 1
    for (household, _month), count in months.items():
        most = by_household[household].most_a_month
        assert most is None or count <= most


@given(gardens(), st.randoms())
def test_the_same_garden_gives_the_same_proposal_in_whatever_order_it_is_read(garden, chance):
    needs, helpers = garden
    proposed = propose(needs, helpers)
    chance.shuffle(needs)
    chance.shuffle(helpers)
    assert propose(needs, helpers) == proposed


@given(gardens())
def test_the_hardest_turns_are_filled_first(garden):
    needs, helpers = garden
    hardness = {one.turn: one.hardness for one in needs}
    order = [hardness[line.turn] for line in propose(needs, helpers)]
    assert order == sorted(order, reverse=True)


@given(
    days=st.integers(1, 30),
    free=st.integers(1, 2),
    households=st.integers(2, 8),
)
def test_without_wishes_nobody_has_two_more_than_another(days, free, households):
    needs = [need(number, free=free) for number in range(days)]
    helpers = [Helper(household=number) for number in range(households)]
    taken = Counter({helper.household: 0 for helper in helpers})
    taken.update(line.household for line in propose(needs, helpers))
    assert max(taken.values()) - min(taken.values()) <= 1


@given(loads=st.lists(LOADS, min_size=2, max_size=6), days=st.integers(0, 20))
def test_who_had_fewer_turns_never_gets_fewer_than_who_had_more(loads, days):
    helpers = [Helper(household=number, load=load) for number, load in enumerate(loads)]
    lines = propose([need(number) for number in range(days)], helpers)
    taken = Counter(line.household for line in lines)
    for one, other in ((a, b) for a in helpers for b in helpers if a.load < b.load):
        assert taken[one.household] >= taken[other.household]


@given(gardens())
def test_an_easier_turn_later_changes_nothing_of_what_was_proposed_before(garden):
    needs, helpers = garden
    before = propose(needs, helpers)
    one_more = need(99, hardness=1)
    assert propose([*needs, one_more], helpers)[: len(before)] == before


@given(gardens())
def test_the_reason_counts_those_who_had_fewer_and_says_what_kept_them(garden):
    needs, helpers = garden
    loads = {helper.household: helper.load for helper in helpers}
    for line in propose(needs, helpers):
        if line.household is None:
            assert line.why.lighter == len(helpers)
            continue
        assert line.why.load == loads[line.household]
        assert line.why.lighter == sum(load < line.why.load for household, load in loads.items())
        loads[line.household] += 1


def test_a_household_that_said_no_is_not_asked_again():
    helpers = [Helper(household=1), Helper(household=2, load=3)]
    (line,) = propose([need(1, declined=frozenset({1}))], helpers)
    assert (line.household, line.why.passed_over) == (2, ((Bar.DECLINED, 1),))


def test_days_of_a_pattern_leave_rest_days_out():
    found = list(
        days_of(
            weekdays={1, 3},
            first=date(2026, 6, 1),
            last=date(2026, 6, 10),
            rest_days={date(2026, 6, 3)},
        )
    )
    assert found == [date(2026, 6, 1), date(2026, 6, 8), date(2026, 6, 10)]


def test_reminders_are_of_the_evening_before_and_of_the_morning():
    starts_at = datetime(2026, 6, 10, 16, 0, tzinfo=UTC)  # 18 h in Paris
    now = datetime(2026, 6, 1, tzinfo=UTC)
    evening = reminder_due_at(kind=EVENING, starts_at=starts_at, now=now)
    morning = reminder_due_at(kind=MORNING, starts_at=starts_at, now=now)
    assert evening == datetime(2026, 6, 9, 16, 0, tzinfo=UTC)
    assert morning == datetime(2026, 6, 10, 5, 30, tzinfo=UTC)
    assert reminder_due_at(kind=EVENING, starts_at=starts_at, now=morning) is None
    dawn = datetime(2026, 6, 10, 4, 0, tzinfo=UTC)
    assert reminder_due_at(kind=MORNING, starts_at=dawn, now=now) is None


def test_one_missed_turn_deserves_no_remark():
    assert [deserves_a_word(count) for count in (0, 1, 2, 3)] == [False, False, False, True]
