"""Whom the rules propose a plot to: nobody is passed by without a reason."""

from hypothesis import given
from hypothesis import strategies as st

from gardens.rules.proposing import Candidate, Vacancy, Why, propose, reason_to_pass

vacancies = st.builds(
    Vacancy,
    shared=st.booleans(),
    raised_bed=st.booleans(),
    surface_m2=st.sampled_from([4.0, 10.0, 18.5, 40.0]),
    declined_by=st.frozensets(st.integers(1, 20)),
)
lines = st.lists(
    st.builds(
        Candidate,
        request_id=st.integers(1, 40),
        wish=st.sampled_from(["either", "share", "alone"]),
        raised_bed=st.booleans(),
        size=st.sampled_from(["any", "small", "medium", "large"]),
        has_an_offer=st.booleans(),
        holds_enough=st.booleans(),
    ),
    unique_by=lambda candidate: candidate.request_id,
    max_size=12,
)


@given(lines, vacancies)
def test_everyone_before_the_one_proposed_is_passed_by_with_a_reason(line, vacancy):
    proposal = propose(line, vacancy=vacancy)
    order = [candidate.request_id for candidate in line]
    if proposal.request_id is None:
        assert [pk for pk, _why in proposal.passed] == order
    else:
        before = order[: order.index(proposal.request_id)]
        assert [pk for pk, _why in proposal.passed] == before
    assert all(isinstance(why, Why) for _pk, why in proposal.passed)


@given(lines, vacancies)
def test_no_household_over_its_limit_or_with_an_offer_is_proposed(line, vacancy):
    by_id = {candidate.request_id: candidate for candidate in line}
    proposed = by_id.get(propose(line, vacancy=vacancy).request_id)
    if proposed:
        assert not proposed.holds_enough
        assert not proposed.has_an_offer
        assert proposed.request_id not in vacancy.declined_by


@given(lines, lines, vacancies)
def test_who_comes_later_changes_nothing_save_for_a_raised_bed(line, later, vacancy):
    known = {candidate.request_id for candidate in line}
    longer = [*line, *(c for c in later if c.request_id not in known)]
    before, after = propose(line, vacancy=vacancy), propose(longer, vacancy=vacancy)
    if before.request_id is not None and not vacancy.raised_bed:
        assert after == before


@given(lines, vacancies)
def test_a_raised_bed_goes_first_to_who_asked_for_one(line, vacancy):
    by_id = {candidate.request_id: candidate for candidate in line}
    proposed = by_id.get(propose(line, vacancy=vacancy).request_id)
    if vacancy.raised_bed and proposed and not proposed.raised_bed:
        suited = [
            c
            for c in line
            if c.raised_bed and reason_to_pass(c, vacancy=vacancy, raised_bed_kept=True) is None
        ]
        assert suited == []


def test_a_household_that_wants_to_share_waits_for_a_shared_plot():
    line = [
        Candidate(request_id=1, wish="share", raised_bed=False, size="any"),
        Candidate(request_id=2, wish="either", raised_bed=False, size="any"),
    ]
    alone = propose(line, vacancy=Vacancy(shared=False, raised_bed=False, surface_m2=20))
    together = propose(line, vacancy=Vacancy(shared=True, raised_bed=False, surface_m2=20))
    assert (alone.request_id, alone.passed) == (2, [(1, Why.WANTS_TO_SHARE)])
    assert together.request_id == 1
