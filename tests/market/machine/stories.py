"""Moves in a row, as they follow each other on a market: chance alone seldom comes so far.

Each is looked at between its steps. What a story starts from is there each time: goods on sale, a shopper of
its own. What others did before stays in its way.
"""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import time_machine
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import rule

from commons.payments.models import Payment
from market import actions, refusals, rules, tasks, transitions
from market.models import Basket, Offer, Order
from market.money import paying
from market.money.settling import account_of
from tests.market.machine.checks import Checks
from tests.market.machine.moves import ANY, AT_HALL, CARD, GRAMS, Moves

SOME = st.integers(min_value=1, max_value=3)
YES_NO = st.booleans()
LEEKS, PLANTS, CHEESE = range(3)


class Stories(Checks, Moves):
    """Its offers, by rank: two by the piece, one on the scale."""

    def basket(self, **wanted):
        """Of a new shopper: so many steps of each offer, which are there."""
        visitor = uuid4()
        for rank, number in enumerate(wanted.values()):
            self.bring(self.offers[rank], number)
            self.take(visitor, self.offers[rank], number)
        return Basket.objects.get(visitor=visitor, ordered_at=None)

    def bring(self, offer_id, number):
        offer = Offer.objects.get(pk=offer_id)
        more = self.steps(offer_id, number)
        self.play(
            actions.set_offer,
            offer_id=offer_id,
            quantity=max(offer.quantity, offer.reserved + more),
            on_sale=True,
            price_cents=max(offer.price_cents, rules.LEAST_BY_CARD),
        )

    def card_of(self, order, *states):
        rows = paying.payments_of(order.pk).filter(state__in=states or Payment.OPEN)
        return rows.order_by("-pk").first()

    def paid_order(self, *, leeks, plants, cheese=0, is_heard=True):
        basket = self.basket(leeks=leeks, plants=plants, cheese=cheese)
        order = self.order(basket, CARD)
        self.look()
        self.card_says_yes(self.card_of(order), is_heard=is_heard)
        self.look()
        order.refresh_from_db()
        return order

    def pay_what_is_due(self, order):
        order.refresh_from_db()
        due = account_of(order).due
        if attempt := self.play(actions.pay_the_rest, order_id=order.pk):
            assert attempt.amount_cents == due
            self.look()
            self.card_says_yes(attempt)

    def money_kept(self, order):
        """By the bank, once the worker has done all that is written."""
        self.worker_comes()
        self.worker_comes()
        self.look()
        return self.bank.kept(list(paying.payments_of(order.pk)))

    @rule(leeks=SOME, cheese=SOME, more=SOME, method=st.sampled_from([CARD, AT_HALL]))
    def held_then_placed(self, leeks, cheese, more, method):
        """A basket held at the till, filled otherwise meanwhile, is ordered as it is in the end."""
        basket = self.basket(leeks=leeks, plants=1, cheese=cheese)
        offer = Offer.objects.get(pk=self.offers[LEEKS])
        self.play(actions.hold_basket, basket_id=basket.pk, now=self.now)
        held = Offer.objects.get(pk=offer.pk)
        assert held.left == rules.whole_steps(offer.left - leeks, step=Decimal(1))
        assert basket.lines.get(offer=offer).can_have == offer.left
        self.look()
        self.take(basket.visitor, offer.pk, more)
        self.look()
        if self.order(basket, method):
            assert not basket.lines.exclude(held=0).exists()

    @rule(leeks=SOME, cheese=SOME)
    def held_in_two_tabs_then_joined(self, leeks, cheese):
        """Signing in makes one basket of two, which holds nothing until the till is seen again."""
        first = self.basket(leeks=leeks, plants=1, cheese=cheese)
        second = self.basket(leeks=1, plants=0, cheese=cheese)
        for basket in (first, second):
            self.play(actions.hold_basket, basket_id=basket.pk, now=self.now)
        self.look()
        self.play(actions.join_baskets, visitor=second.visitor, person_key=first.visitor)
        self.look()
        assert not first.lines.exclude(held=0).exists()

    @rule(rank=st.sampled_from([LEEKS, CHEESE]), hold=YES_NO)
    def two_want_all_that_is_left(self, rank, hold):
        """The first has it; the second is refused, and nothing of theirs is written."""
        offer_id = self.offers[rank]
        self.bring(offer_id, 4)
        offer = Offer.objects.select_related("product").get(pk=offer_id)
        number = int(offer.left / offer.product.step)
        shoppers = [uuid4(), uuid4()]
        for visitor in shoppers:
            self.take(visitor, offer_id, number)
        first, second = (Basket.objects.get(visitor=visitor) for visitor in shoppers)
        if hold:
            self.play(actions.hold_basket, basket_id=first.pk, now=self.now)
        else:
            self.order(first, AT_HALL)
        self.look()
        assert self.order(second, AT_HALL) is None
        self.look()

    @rule(rank=ANY, less=SOME)
    def lowered_under_what_is_reserved(self, rank, less):
        offer = Offer.objects.get(pk=self.offer(rank))
        if offer.reserved:
            quantity = max(Decimal(0), offer.reserved - self.steps(offer.pk, less))
            try:
                actions.set_offer(offer_id=offer.pk, quantity=quantity)
            except refusals.UnderReservedError:
                return
            raise AssertionError("orders have more than the producer brings")

    @rule(leeks=SOME, plants=SOME, then=st.integers(min_value=0, max_value=6), by_hall=YES_NO)
    def changed_after_it_was_paid(self, leeks, plants, then, by_hall):
        """More is due and paid, less goes back: the bank ends up with what the lines say."""
        order = self.paid_order(leeks=leeks, plants=plants)
        self.bring(self.offers[LEEKS], then)
        line = order.lines.get(offer=self.offers[LEEKS])
        self.set_line(order, line, then, by_hall=by_hall)
        self.look()
        self.pay_what_is_due(order)
        kept = self.money_kept(order)
        account = account_of(order)
        assert kept == account.kept
        assert kept + account.due == order.lines.get(pk=line.pk).total_cents + sum(
            other.total_cents for other in order.lines.exclude(pk=line.pk)
        )

    @rule(cheese=SOME, grams=GRAMS, then=SOME, worker=YES_NO)
    def weighed_and_changed_and_weighed_again(self, cheese, grams, then, worker):
        """No more is asked of the card than the scale says, the first time and after."""
        order = self.paid_order(leeks=1, plants=0, cheese=cheese)
        card = self.card_of(order, Payment.State.AUTHORIZED)
        line = order.lines.get(offer=self.offers[CHEESE])
        self.put_on_the_scale(line, grams)
        card.refresh_from_db()
        to_pay = sum(order.lines.values_list("total_cents", flat=True))
        assert card.capture_cents == min(to_pay, card.amount_cents)
        if worker:
            self.money_kept(order)
        self.bring(line.offer_id, then)
        self.set_line(order, line, then)
        self.look()
        line.refresh_from_db()
        self.put_on_the_scale(line, -grams)
        self.look()
        self.pay_what_is_due(order)
        self.money_kept(order)

    @rule(cheese=SOME, grams=GRAMS, is_weighed_first=YES_NO)
    def let_go_by_the_bank_then_paid(self, cheese, grams, is_weighed_first):
        """The sum set aside lapses: all of it is due, and another card pays it."""
        order = self.paid_order(leeks=1, plants=0, cheese=cheese)
        line = order.lines.get(offer=self.offers[CHEESE])
        if is_weighed_first:
            self.put_on_the_scale(line, grams)
        self.bank_lets_go(self.card_of(order, Payment.State.AUTHORIZED))
        self.look()
        self.pay_what_is_due(order)
        self.look()
        if not is_weighed_first:
            self.put_on_the_scale(line, grams)
        self.money_kept(order)

    @rule(leeks=SOME, less=SOME, worker=YES_NO, by_hall=YES_NO)
    def cancelled_after_part_of_it_went_back(self, leeks, less, worker, by_hall):
        order = self.paid_order(leeks=leeks + less, plants=1)
        line = order.lines.get(offer=self.offers[LEEKS])
        self.set_line(order, line, leeks)
        self.look()
        if worker:
            self.worker_comes()
        if by_hall:
            self.play(
                actions.call_off_order,
                order_id=order.pk,
                reason="La grêle",
                by=self.keeper,
                now=self.now,
            )
        else:
            self.play(actions.cancel_order, order_id=order.pk, now=self.now)
        self.look()
        assert self.money_kept(order) == 0

    @rule(leeks=SOME, cheese=SOME)
    def left_unpaid(self, leeks, cheese):
        """Its half hour runs out: all of it goes back on sale, once."""
        order = self.order(self.basket(leeks=leeks, plants=1, cheese=cheese), CARD)
        self.look()
        self.now += rules.HOLD + timedelta(minutes=1)
        with time_machine.travel(self.now, tick=False):
            tasks.release_unpaid_orders()
        order.refresh_from_db()
        assert order.state == Order.State.EXPIRED

    @rule(leeks=SOME, is_taken=YES_NO, cheese=st.integers(min_value=0, max_value=1))
    def paid_after_it_expired(self, leeks, is_taken, cheese):
        """It comes back if its goods are still there; else all of it goes back to the card."""
        order = self.order(self.basket(leeks=leeks, plants=0, cheese=cheese), CARD)
        with transaction.atomic():
            transitions.expire(Order.objects.select_for_update().get(pk=order.pk))
        self.look()
        if is_taken:
            self.play(actions.close_offer, offer_id=self.offers[LEEKS])
        self.card_says_yes(self.card_of(order))
        self.look()
        order.refresh_from_db()
        if is_taken:
            assert order.state == Order.State.EXPIRED
            assert self.money_kept(order) == 0
        else:
            assert order.state == Order.State.PLACED
