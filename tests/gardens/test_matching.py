"""The rule that brings a corner to a household: fair, told, and the same whoever asks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gardens.rules import matching, sharing
from gardens.rules.matching import Candidate, Corner, Gardener, Obstacle, Reason, pair

HOURS = ["mornings", "afternoons", "evenings", "weekends"]

gardeners = st.builds(
    Gardener,
    hours=st.sets(st.sampled_from(HOURS)).map(frozenset),
    experience=st.sampled_from(["", "beginner", "some", "seasoned"]),
    generation=st.sampled_from(["", "young", "middle", "older"]),
    mixes_generations=st.booleans(),
)
rarely = st.sampled_from([False, False, False, True])
lines = st.lists(
    st.builds(
        Candidate,
        request_id=st.integers(1, 10_000),
        gardener=gardeners,
        wish=st.sampled_from(["either", "share", "alone"]),
        size=st.sampled_from(["any", "any", "small", "medium", "large"]),
        raised_bed=rarely,
        has_an_offer=rarely,
        has_a_match=rarely,
        holds_enough=rarely,
        tried_before=rarely,
    ),
    unique_by=lambda candidate: candidate.request_id,
    max_size=8,
)
corners = st.builds(
    Corner,
    surface_m2=st.sampled_from([4.0, 10.0, 15.0, 40.0]),
    raised_bed=st.booleans(),
    host=gardeners,
)


@given(lines, corners)
def test_nobody_is_passed_without_a_reason(line, corner):
    pairing = pair(line, corner=corner)
    ids = [candidate.request_id for candidate in line]
    before = ids[: ids.index(pairing.request_id)] if pairing.request_id else ids
    assert [pk for pk, _why in pairing.passed] == before
    for pk, why in pairing.passed:
        found = matching.obstacle(line[ids.index(pk)], corner=corner)
        assert found == why or (found is None and why == Obstacle.NO_COMMON_HOURS)


@given(lines, corners)
def test_hours_pass_somebody_only_when_another_shares_them(line, corner):
    pairing = pair(line, corner=corner)
    if Obstacle.NO_COMMON_HOURS in dict(pairing.passed).values():
        chosen = next(c for c in line if c.request_id == pairing.request_id)
        assert matching.may_meet(chosen.gardener, corner.host)
        for candidate in line:
            if dict(pairing.passed).get(candidate.request_id) == Obstacle.NO_COMMON_HOURS:
                assert not matching.may_meet(candidate.gardener, corner.host)


@given(lines, corners)
def test_whoever_is_brought_to_a_corner_agrees_fits_and_is_free(line, corner):
    pairing = pair(line, corner=corner)
    for candidate in line:
        if candidate.request_id == pairing.request_id:
            assert candidate.wish != "alone"
            assert not candidate.has_an_offer
            assert not candidate.has_a_match
            assert not candidate.holds_enough
            assert not candidate.tried_before
            assert corner.raised_bed or not candidate.raised_bed
            assert pairing.reasons[0] == Reason.TURN


@given(lines, corners, st.builds(Candidate, request_id=st.just(20_000), gardener=gardeners))
def test_a_later_household_changes_nothing_but_by_a_named_reason(line, corner, later):
    before, after = pair(line, corner=corner), pair([*line, later], corner=corner)
    if after.request_id != before.request_id:
        assert after.request_id == later.request_id
        if before.request_id is not None:
            assert dict(after.passed)[before.request_id] == Obstacle.NO_COMMON_HOURS


@given(lines, corners)
def test_reasons_never_move_anybody_up(line, corner):
    """Experience and generations are told; they do not choose."""
    plain = [
        replace(c, gardener=replace(c.gardener, experience="", mixes_generations=False))
        for c in line
    ]
    assert pair(plain, corner=corner).request_id == pair(line, corner=corner).request_id


@given(gardeners, gardeners)
def test_what_brings_two_together_holds_both_ways(one, other):
    def told(guest, host):
        corner = Corner(surface_m2=8, raised_bed=False, host=host)
        return matching.reasons(Candidate(request_id=1, gardener=guest), corner=corner)

    assert told(one, other) == told(other, one)
    assert matching.may_meet(one, other) is matching.may_meet(other, one)


@given(gardeners, gardeners)
def test_generations_mix_only_when_both_wish_it(one, other):
    corner = Corner(surface_m2=8, raised_bed=False, host=other)
    told = matching.reasons(Candidate(request_id=1, gardener=one), corner=corner)
    if Reason.GENERATIONS in told:
        assert one.mixes_generations
        assert other.mixes_generations


def test_the_rule_in_its_two_sentences():
    host = Gardener(hours={"weekends"})
    corner = Corner(surface_m2=8, raised_bed=False, host=host)
    mornings = Candidate(request_id=1, gardener=Gardener(hours={"mornings"}))
    silent = Candidate(request_id=2, gardener=Gardener())
    weekends = Candidate(request_id=3, gardener=Gardener(hours={"weekends"}))

    assert pair([mornings], corner=corner).request_id == 1
    assert pair([mornings, weekends, silent], corner=corner).request_id == 3
    # Whoever said nothing of their hours is not passed by.
    assert pair([mornings, silent, weekends], corner=corner).request_id == 2


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.none() | st.integers(0, 400))
def test_a_trial_is_never_shorter_than_two_months(day, days_left):
    ends_on = None if days_left is None else day + timedelta(days=days_left)
    until = sharing.trial_until(day=day, season_ends_on=ends_on)
    assert until >= day + sharing.SHORTEST_TRIAL
    assert until == ends_on or until == sharing.months_after(day, 6)


def test_six_months_after_the_last_of_a_month():
    assert sharing.months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)


def test_a_short_delay_is_not_reminded():
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert sharing.reminded_at(proposed_at=at, expires_at=at + timedelta(days=4)) is None
    again = sharing.reminded_at(proposed_at=at, expires_at=at + timedelta(days=10))
    assert again == at + timedelta(days=7)
