"""Where the money of an order stands, whatever was ordered, weighed, taken and given back."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from market.rules import Account, is_far, share_out, sum_to_set_aside
from market.rules.weighing import FAR, MARGIN

CENTS = st.integers(min_value=0, max_value=100_000)
WEIGHTS = st.decimals(min_value=0, max_value=50, places=3)
ACCOUNTS = st.text("abc", min_size=1, max_size=2)
PARTS = st.dictionaries(ACCOUNTS, CENTS, max_size=6)
PAYMENTS = st.lists(st.tuples(st.integers(1, 99), CENTS), max_size=4, unique_by=lambda one: one[0])


@st.composite
def accounts(draw):
    taken = draw(CENTS)
    return Account(
        to_pay=draw(CENTS),
        taken=taken,
        given_back=draw(st.integers(min_value=0, max_value=taken)),
        set_aside=draw(CENTS),
    )


@given(accounts())
def test_no_figure_is_below_zero(account):
    figures = (account.kept, account.due, account.too_much, account.to_capture)
    assert min(figures) >= 0


@given(accounts())
def test_nobody_owes_and_is_owed_at_once(account):
    assert not (account.due and account.too_much)


@given(accounts())
def test_once_captured_paid_and_given_back_all_is_even(account):
    settled = account.kept + account.to_capture + account.due - account.too_much
    assert settled == account.to_pay


@given(accounts())
def test_no_more_is_captured_than_is_set_aside_or_still_wanted(account):
    assert account.to_capture <= account.set_aside
    assert account.kept + account.to_capture <= max(account.kept, account.to_pay)


@given(accounts())
def test_what_is_set_aside_is_taken_before_another_card_is_asked(account):
    if account.due:
        assert account.to_capture == account.set_aside


@given(PARTS, PAYMENTS)
def test_no_payment_passes_on_more_than_it_brought(parts, payments):
    shares = share_out(parts, payments=payments)
    assert list(shares) == [key for key, _available in payments]
    for key, available in payments:
        assert sum(shares[key].values()) <= available


@given(PARTS, PAYMENTS)
def test_nobody_gets_more_than_their_part_and_nothing_lies_idle(parts, payments):
    shares = share_out(parts, payments=payments)
    given_to = {
        account: sum(share.get(account, 0) for share in shares.values()) for account in parts
    }
    assert all(given_to[account] <= parts[account] for account in parts)
    available = sum(cents for _key, cents in payments)
    assert sum(given_to.values()) == min(available, sum(parts.values()))


@given(PARTS, PAYMENTS)
def test_every_share_is_worth_sending(parts, payments):
    for share in share_out(parts, payments=payments).values():
        assert all(cents > 0 for cents in share.values())


@given(PARTS, PAYMENTS)
def test_the_first_payment_is_used_up_before_the_next(parts, payments):
    shares = share_out(parts, payments=payments)
    used = [sum(shares[key].values()) for key, _available in payments]
    for rank, (_key, available) in enumerate(payments):
        if any(used[rank + 1 :]):
            assert used[rank] == available


@given(PARTS, PAYMENTS, st.randoms())
def test_shares_do_not_hang_on_the_order_of_the_lines(parts, payments, chance):
    shuffled = list(parts.items())
    chance.shuffle(shuffled)
    assert share_out(dict(shuffled), payments=payments) == share_out(parts, payments=payments)


@given(CENTS, CENTS)
def test_the_margin_covers_a_weight_that_much_above_and_stops_at_the_next_cent(rest, by_weight):
    aside = sum_to_set_aside(total_cents=rest + by_weight, by_weight_cents=by_weight)
    exact = rest + by_weight * (1 + MARGIN)
    assert exact <= aside < exact + 1


@given(CENTS)
def test_without_anything_to_weigh_the_total_alone_is_set_aside(total):
    assert sum_to_set_aside(total_cents=total, by_weight_cents=0) == total


@given(WEIGHTS, WEIGHTS)
def test_far_is_the_same_distance_above_and_below(ordered, difference):
    assume(difference <= ordered)
    above = is_far(ordered=ordered, weighed=ordered + difference)
    below = is_far(ordered=ordered, weighed=ordered - difference)
    assert above == below == (difference > ordered * FAR)


@given(WEIGHTS)
def test_what_was_ordered_is_never_far_and_nothing_at_all_always_is(ordered):
    assert not is_far(ordered=ordered, weighed=ordered)
    if ordered:
        assert is_far(ordered=ordered, weighed=Decimal(0))


def test_grams_typed_as_kilos_are_far():
    assert is_far(ordered=Decimal("0.7"), weighed=Decimal(700))
    assert not is_far(ordered=Decimal("0.7"), weighed=Decimal("0.74"))
