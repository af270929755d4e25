"""The solidarity fund: what comes in, what goes out, and that it never spends what it has not."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from commons.payments import tasks as payment_tasks
from commons.payments.actions import open_payment
from commons.payments.models import Payment, Transfer
from market import actions, measures, queries, rules, tasks, transitions
from market.models import Fund, FundEntry, Order, Producer
from market.money import billing, fund, paying
from market.money.billing import Wish
from market.money.settling import account_of
from market.refusals import (
    CardRefusedError,
    FundEmptyError,
    GiftByCardError,
    TotalChangedError,
    WordRefusedError,
    WordServedError,
)
from market.rules import GiftKind, Price
from tests.market.cards import (
    day_at_hand,
    hear_of,
    opened,
    parts,
    pay,
    send_what_is_written,
    weighed_offer,
)
from tests.market.factories import AMINA, OfferFactory, ProducerFactory, basket_of
from tests.market.solidarity import FundWordFactory, fill_the_fund, ledger_cents, open_the_fund

pytestmark = pytest.mark.django_db

CARD, AT_HALL = Order.PaymentMethod.CARD, Order.PaymentMethod.AT_HALL


@pytest.fixture
def house():
    return open_the_fund(solidarity_percent=30, support_percent=20)


@pytest.fixture
def leeks():
    """At 10 €, so that sums are read at a glance."""
    return OfferFactory(market_day=day_at_hand(), price_cents=1000)


def bill_for(basket, wish):
    lines = list(basket.lines.select_related("offer__product__producer"))
    return billing.bill_of(
        lines, wish=wish, market_day=basket.market_day, email=AMINA.email, now=timezone.now()
    )


def order_with(basket, wish, *, method=CARD, seen=None, shopper=AMINA):
    return actions.place_order(
        basket_id=basket.pk,
        shopper=shopper,
        payment_method=method,
        seen_total_cents=bill_for(basket, wish).to_pay_cents if seen is None else seen,
        wish=wish,
        now=timezone.now(),
    )


def give_by_card(cents, stand_in):
    """A gift alone, paid: the house's own balance at the provider grows with the fund."""
    gift = actions.offer_gift(
        form_key=uuid4(), amount_cents=cents, email="", language="fr", now=timezone.now()
    )
    ref = open_payment(payment_id=paying.open_payment_of_gift(gift.pk).pk).ref
    stand_in.pay(ref)
    hear_of(ref)
    return ref


@given(payable=st.integers(0, 100_000), percent=st.integers(0, 100), has=st.integers(0, 100_000))
def test_the_fund_pays_its_percentage_and_never_beyond(payable, percent, has):
    part = rules.fund_part(payable_cents=payable, percent=percent, at_most=has)
    assert 0 <= part <= min(has, payable)
    assert abs(100 * part - payable * percent) <= 50 or part == has


@given(cents=st.integers(0, 100_000))
def test_rounding_up_gives_at_most_a_euro_and_something(cents):
    gift = rules.to_the_next_euro(cents)
    assert 0 < gift <= 100
    assert (cents + gift) % 100 == 0


def test_a_word_pays_the_whole_basket_and_nothing_is_left_to_pay(house, leeks):
    fill_the_fund(5000)
    word = FundWordFactory()
    order = order_with(basket_of((leeks, 2)), Wish(word=" Figue Romarin " + word.word[-1]))

    assert order.state == Order.State.PLACED
    assert account_of(order).due == 0
    assert not paying.payments_of(order.pk).exists()
    word.refresh_from_db()
    assert (fund.balance(), ledger_cents(), word.used) == (3000, 3000, 1)


def test_beyond_the_word_the_rest_is_paid_by_card_and_each_producer_has_their_part(
    house, leeks, stand_in
):
    fill_the_fund(5000)
    order = order_with(basket_of((leeks, 3)), Wish(word=FundWordFactory().word))
    assert [payment.amount_cents for payment in paying.payments_of(order.pk)] == [1000]

    pay(order, stand_in)

    assert order.state == Order.State.PLACED
    ours = Transfer.objects.get(payment=None)
    assert (ours.kind, ours.subject_id, ours.amount_cents) == (paying.KIND, order.pk, 2000)
    assert sum(Transfer.objects.values_list("amount_cents", flat=True)) == 3000


def test_the_part_of_the_fund_leaves_the_houses_balance_after_the_market(house, leeks, stand_in):
    account = stand_in.client.v1.accounts.create(
        {"type": "express", "country": "FR", "capabilities": {"transfers": {"requested": True}}}
    )
    stand_in.control(account={"id": account.id})
    Producer.objects.update(account_ref=account.id)
    give_by_card(5000, stand_in)
    order_with(basket_of((leeks, 2)), Wish(word=FundWordFactory().word))
    payment_tasks.sweep_payments()
    assert stand_in.client.v1.transfers.list().data == []

    Transfer.objects.update(due_at=timezone.now())
    payment_tasks.sweep_payments()
    payment_tasks.sweep_payments()

    [sent] = stand_in.client.v1.transfers.list().data
    assert (sent.amount, sent.source_transaction) == (2000, None)


def test_an_order_cancelled_gives_its_part_and_its_word_back_once(house, leeks):
    fill_the_fund(5000)
    word = FundWordFactory()
    order = order_with(basket_of((leeks, 2)), Wish(word=word.word))

    actions.cancel_order(order_id=order.pk, now=timezone.now())
    actions.cancel_order(order_id=order.pk, now=timezone.now())
    actions.call_off_order(order_id=order.pk, reason="Pluie", now=timezone.now())

    word.refresh_from_db()
    assert (fund.balance(), ledger_cents(), word.used) == (5000, 5000, 0)
    assert parts() == {}


def test_an_order_not_paid_in_time_gives_its_part_back_and_has_it_again_if_paid_late(
    house, leeks, stand_in
):
    fill_the_fund(5000)
    word = FundWordFactory()
    order = order_with(basket_of((leeks, 3)), Wish(word=word.word))
    ref = opened(order)
    order.refresh_from_db()
    transitions.expire(order)
    assert (fund.balance(), order.fund_cents) == (5000, 0)

    stand_in.pay(ref)
    hear_of(ref)

    order.refresh_from_db()
    word.refresh_from_db()
    assert (order.state, order.fund_cents) == (Order.State.PLACED, 2000)
    assert (fund.balance(), ledger_cents(), word.used) == (3000, 3000, 1)
    assert account_of(order).due == account_of(order).too_much == 0


def test_an_order_that_shrinks_gives_back_what_the_fund_pays_beyond_it(house, leeks):
    fill_the_fund(5000)
    order = order_with(basket_of((leeks, 2)), Wish(word=FundWordFactory().word))
    line = order.lines.get()

    actions.change_order(order_id=order.pk, quantities={line.pk: Decimal(1)}, now=timezone.now())

    order.refresh_from_db()
    assert (order.fund_cents, fund.balance(), account_of(order).due) == (1000, 4000, 0)
    assert sum(parts().values()) == 1000


def test_an_order_that_grows_is_not_helped_more(house, leeks):
    fill_the_fund(5000)
    order = order_with(basket_of((leeks, 2)), Wish(word=FundWordFactory().word))

    actions.change_order(
        order_id=order.pk, quantities={order.lines.get().pk: Decimal(4)}, now=timezone.now()
    )

    order.refresh_from_db()
    assert (order.fund_cents, account_of(order).due) == (2000, 2000)


def test_the_solidarity_price_follows_the_order_down_in_proportion(house, leeks, stand_in):
    fill_the_fund(5000)
    order = order_with(basket_of((leeks, 4)), Wish(price=Price.SOLIDARITY))
    assert order.fund_cents == 1200
    pay(order, stand_in)

    actions.change_order(
        order_id=order.pk, quantities={order.lines.get().pk: Decimal(1)}, now=timezone.now()
    )
    send_what_is_written()

    order.refresh_from_db()
    assert order.fund_cents == 300
    assert (account_of(order).kept, fund.balance()) == (700, 4700)


def test_weighed_goods_ask_less_of_the_fund_when_they_weigh_less(house):
    cheese = weighed_offer(day_at_hand())
    fill_the_fund(5000)
    order = order_with(
        basket_of((cheese, "0.5")), Wish(word=FundWordFactory().word), method=AT_HALL
    )
    assert order.fund_cents == 1000
    actions.weigh_line(
        line_id=order.lines.get().pk, weight=order.lines.get().quantity * 8 / 10, by=None,
        now=timezone.now(),
    )  # fmt: skip
    order.refresh_from_db()
    assert (order.fund_cents, fund.balance()) == (800, 4200)


def test_a_gift_enters_the_fund_once_its_card_is_taken(house, leeks, stand_in):
    order = order_with(basket_of((leeks, 1)), Wish(gift=GiftKind.BASKET))
    assert (order.gift_cents, fund.balance()) == (2000, 0)

    pay(order, stand_in)
    [payment] = paying.payments_of(order.pk)
    hear_of(payment.provider_ref)

    assert (payment.amount_cents, fund.balance(), ledger_cents()) == (3000, 2000, 2000)
    assert sum(parts().values()) == 1000  # the gift stays with the house
    assert account_of(order).due == account_of(order).too_much == 0


def test_a_cancelled_order_has_its_gift_back(house, leeks, stand_in):
    order = order_with(basket_of((leeks, 1)), Wish(gift=GiftKind.BASKET))
    pay(order, stand_in)

    actions.cancel_order(order_id=order.pk, now=timezone.now())
    send_what_is_written()

    order.refresh_from_db()
    assert (fund.balance(), ledger_cents(), order.gift_cents) == (0, 0, 0)
    assert (account_of(order).kept, account_of(order).to_pay) == (0, 0)


def test_a_gift_shared_out_already_stays_given(house, leeks, stand_in):
    order = order_with(basket_of((leeks, 1)), Wish(gift=GiftKind.BASKET))
    pay(order, stand_in)
    neighbour = order_with(basket_of((leeks, 1)), Wish(word=FundWordFactory().word), method=AT_HALL)
    assert neighbour.fund_cents == 1000

    actions.cancel_order(order_id=order.pk, now=timezone.now())
    send_what_is_written()

    order.refresh_from_db()
    assert (fund.balance(), ledger_cents(), order.gift_cents) == (1000, 1000, 2000)
    assert account_of(order).kept == 2000


def test_a_gift_set_aside_enters_once_the_scale_has_spoken(house, stand_in):
    order = order_with(basket_of((weighed_offer(day_at_hand()), "0.5")), Wish(gift=GiftKind.BASKET))
    pay(order, stand_in)
    assert (order.state, fund.balance()) == (Order.State.PLACED, 0)

    actions.weigh_line(
        line_id=order.lines.get().pk, weight=order.lines.get().quantity, by=None,
        now=timezone.now(),
    )  # fmt: skip
    send_what_is_written()

    assert fund.balance() == 2000
    assert account_of(Order.objects.get(pk=order.pk)).kept == 3000


def test_a_card_given_up_for_the_hall_takes_its_gift_along(house, leeks):
    order = order_with(basket_of((leeks, 1)), Wish(gift=GiftKind.BASKET))

    actions.pay_at_hall(order_id=order.pk, now=timezone.now())

    order.refresh_from_db()
    assert (order.state, order.gift_cents) == (Order.State.PLACED, 0)
    assert account_of(order).due == 1000


def test_rounding_up_and_the_support_price_are_gifts(house, leeks):
    leeks.price_cents = 955
    leeks.save()
    basket = basket_of((leeks, 1))
    assert bill_for(basket, Wish(gift=GiftKind.ROUND_UP)).gift_cents == 45
    assert bill_for(basket, Wish(price=Price.SUPPORT)).gift_cents == 191
    assert bill_for(basket, Wish(gift=GiftKind.OTHER, gift_cents=350)).to_pay_cents == 1305


def test_a_gift_is_given_by_card(house, leeks):
    with pytest.raises(GiftByCardError):
        order_with(basket_of((leeks, 1)), Wish(gift=GiftKind.BASKET), method=AT_HALL)


def test_a_rest_too_small_for_a_card_is_paid_at_the_hall(house, leeks):
    fill_the_fund(5000)
    wish = Wish(word=FundWordFactory(basket_cents=970).word)
    with pytest.raises(CardRefusedError):
        order_with(basket_of((leeks, 1)), wish)


def test_an_empty_fund_says_so_and_a_poor_one_pays_what_it_has(house, leeks):
    wish = Wish(word=FundWordFactory().word)
    basket = basket_of((leeks, 1))
    with pytest.raises(FundEmptyError):
        bill_for(basket, wish)
    fill_the_fund(400)
    assert bill_for(basket, wish).to_pay_cents == 600


def test_the_total_agreed_to_is_the_total_paid(house, leeks):
    fill_the_fund(400)
    basket, wish = basket_of((leeks, 1)), Wish(word=FundWordFactory().word)
    with pytest.raises(TotalChangedError):
        order_with(basket, wish, seen=0)
    assert fund.balance() == 400


@pytest.mark.parametrize(
    "facts",
    [
        {"until": timezone.localdate() - timedelta(days=1)},
        {"baskets": 1, "used": 1},
        {"word": "figue-sauge-999"},
    ],
)
def test_a_word_that_serves_no_more_is_refused(house, leeks, facts):
    fill_the_fund(5000)
    FundWordFactory(**{"word": "figue-romarin-482"} | facts)
    with pytest.raises(WordRefusedError):
        bill_for(basket_of((leeks, 1)), Wish(word="figue-romarin-482"))


def test_a_word_serves_once_for_a_market_and_an_address(house, leeks):
    fill_the_fund(5000)
    wish = Wish(word=FundWordFactory().word)
    first = order_with(basket_of((leeks, 1)), wish)
    with pytest.raises(WordServedError):
        order_with(basket_of((leeks, 1)), wish)
    actions.cancel_order(order_id=first.pk, now=timezone.now())
    assert order_with(basket_of((leeks, 1)), wish).fund_cents == 1000


def test_what_is_paid_at_a_stall_is_not_the_funds(house, leeks):
    at_stall = ProducerFactory(settlement=Producer.Settlement.AT_STALL, account_ref="")
    bread = OfferFactory(market_day=leeks.market_day, product__producer=at_stall, price_cents=500)
    fill_the_fund(5000)
    order = order_with(
        basket_of((leeks, 1), (bread, 1)), Wish(word=FundWordFactory().word), method=AT_HALL
    )
    assert (order.fund_cents, account_of(order).due) == (1000, 500)


def test_a_hall_without_a_fund_asks_and_gives_nothing(leeks):
    wish = Wish(price=Price.SOLIDARITY, word="figue", gift=GiftKind.BASKET)
    bill = bill_for(basket_of((leeks, 1)), wish)
    assert (bill.fund_cents, bill.gift_cents, bill.to_pay_cents) == (0, 0, 1000)


def test_the_database_keeps_the_fund_from_going_below_zero():
    fill_the_fund(100)
    with pytest.raises(IntegrityError), transaction.atomic():
        Fund.objects.update(balance_cents=-1)


def test_a_gift_alone_is_one_gift_however_often_its_form_is_sent(stand_in):
    house_form = {
        "form_key": uuid4(),
        "amount_cents": 1500,
        "email": "noor@exemple.fr",
        "language": "fr",
        "now": timezone.now(),
    }
    first, second = actions.offer_gift(**house_form), actions.offer_gift(**house_form)
    assert first == second
    [payment] = Payment.objects.filter(kind=paying.GIFT)
    ref = open_payment(payment_id=payment.pk).ref
    stand_in.pay(ref)
    hear_of(ref)
    hear_of(ref)
    first.refresh_from_db()
    assert first.given_at
    assert (fund.balance(), ledger_cents()) == (1500, 1500)


def test_a_gift_nobody_paid_is_given_up_and_its_address_forgotten():
    gift = actions.offer_gift(
        form_key=uuid4(), amount_cents=500, email="noor@exemple.fr", language="fr",
        now=timezone.now(),
    )  # fmt: skip
    tasks.release_unpaid_gifts()
    assert Payment.objects.get().is_open
    Payment.objects.update(created_at=timezone.now() - timedelta(hours=2))
    tasks.release_unpaid_gifts()
    gift.refresh_from_db()
    assert (Payment.objects.get().state, gift.email) == (Payment.State.CANCELLED, "")


def test_the_public_months_tell_sums_and_counts(house, leeks):
    fill_the_fund(5000)
    kept = order_with(basket_of((leeks, 1)), Wish(word=FundWordFactory().word))
    gone = order_with(basket_of((leeks, 2)), Wish(word=FundWordFactory().word))
    actions.cancel_order(order_id=gone.pk, now=timezone.now())

    [month] = queries.fund_months(now=timezone.now())
    assert (month.given_cents, month.shared_cents, month.baskets) == (5000, 1000, 1)
    day = kept.market_day.date
    assert measures.baskets_offered(start=day, end=day + timedelta(days=1)) == 1


def test_old_orders_lose_their_link_to_the_fund(house, leeks):
    fill_the_fund(5000)
    order_with(basket_of((leeks, 1)), Wish(word=FundWordFactory().word))
    actions.forget_old_orders(now=timezone.now() + timedelta(days=4 * 365))
    assert not FundEntry.objects.exclude(order=None).exists()
    assert fund.balance() == ledger_cents() == 4000
