"""Stories of the solidarity fund: what it pays, and what is given, follow an order to its end."""

from decimal import Decimal

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import rule

from commons.payments.models import Payment
from market import actions, transitions
from market.models import Order
from tests.market.machine.moves import AT_HALL, CARD, WISHES
from tests.market.machine.stories import CHEESE, LEEKS, YES_NO, Stories


class GivingStories(Stories):
    def wished_order(self, wish, *, method, cheese):
        """One that the fund helps, or that gives to it, by a shopper of its own; or none."""
        basket = self.basket(leeks=3, plants=0, cheese=cheese)
        order = self.order(basket, method, wish)
        self.look()
        if order and (card := self.card_of(order)):
            self.card_says_yes(card)
            self.look()
        return order and Order.objects.get(pk=order.pk)

    @rule(
        wish=st.sampled_from(WISHES[1:]),
        method=st.sampled_from([CARD, CARD, AT_HALL]),
        cheese=st.integers(min_value=0, max_value=4),
        by_hall=YES_NO,
    )
    def wished_then_lowered_then_cancelled(self, wish, method, cheese, by_hall):
        order = self.wished_order(wish, method=method, cheese=cheese)
        if order is None:
            return
        line = order.lines.get(offer=self.offers[LEEKS])
        self.set_line(order, line, 1)
        self.look()
        self.worker_comes()
        self.look()
        verb = actions.call_off_order if by_hall else actions.cancel_order
        self.play(verb, order_id=order.pk, now=self.now)
        self.look()
        self.money_kept(order)

    @rule(wish=st.sampled_from(WISHES[1:]), method=st.sampled_from([CARD, AT_HALL]))
    def wished_then_weighed(self, wish, method):
        order = self.wished_order(wish, method=method, cheese=4)
        if order is None:
            return
        self.put_on_the_scale(order.lines.get(offer=self.offers[CHEESE]), -80)
        self.look()
        self.money_kept(order)

    @rule(wish=st.sampled_from(WISHES[1:]))
    def wished_then_paid_late(self, wish):
        """What the fund had taken back, it pays again; or all of it goes back to the card."""
        order = self.order(self.basket(leeks=2, plants=0), CARD, wish)
        card = order and self.card_of(order, *Payment.OPEN)
        if not card:
            return
        with transaction.atomic():
            transitions.expire(Order.objects.select_for_update().get(pk=order.pk))
        self.look()
        self.card_says_yes(card)
        self.look()
        order.refresh_from_db()
        assert order.state == Order.State.EXPIRED or order.lines.get().quantity == Decimal(2)
        self.money_kept(order)
