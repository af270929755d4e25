"""Each move is one verb, called as the doors call it, by anybody, at any time."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from commons.payments import provider
from commons.payments.actions import dispatch_capture, settle_intent, settle_refund
from commons.payments.models import Payment, Refund
from commons.people.models import Person
from market import actions, refusals, tasks
from market.models import Basket, FundWord, MarketDay, Offer, Order, OrderLine
from market.money import paying
from market.money.billing import Wish, bill_of
from market.rules import GiftKind, Price
from tests.market.cards import weighed_offer
from tests.market.factories import (
    AMINA,
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
)
from tests.market.machine.bank import Bank
from tests.market.machine.checks import HOLDING
from tests.market.solidarity import FundWordFactory, fill_the_fund, open_the_fund

REFUSALS = (
    refusals.OrderRefusedError,
    refusals.OfferRefusedError,
    refusals.DayRefusedError,
    refusals.NotWeighedError,
    refusals.FarWeightError,
)
ANY = st.integers(min_value=0, max_value=10_000)
QUANTITIES = st.integers(min_value=0, max_value=6)
GRAMS = st.integers(min_value=-150, max_value=250)
VISITORS = [uuid4() for _visitor in range(3)]
CARD, AT_HALL = Order.PaymentMethod.CARD, Order.PaymentMethod.AT_HALL
WISHES = (
    Wish(),
    Wish(word="figue-romarin-482"),
    Wish(price=Price.SOLIDARITY),
    Wish(gift=GiftKind.OTHER, gift_cents=250),
    Wish(price=Price.SUPPORT, gift=GiftKind.ROUND_UP),
)


class Moves(RuleBasedStateMachine):
    """One market day, three offers (one by weight), three visitors, and a fund that is soon short."""

    @initialize()
    def set_up(self):
        self.now = timezone.now()
        self.bank = Bank()
        self.patch = pytest.MonkeyPatch()
        for name in ("cancel_intent", "capture_intent"):
            self.patch.setattr(provider, name, getattr(self.bank, name))
        self.patch.setattr(provider, "read_intent", self.bank.say)
        self.day = MarketDayFactory(opens_at=self.now + timedelta(days=4))
        liable = ProducerFactory()
        self.offers = [
            OfferFactory(
                market_day=self.day,
                product=ProductFactory(producer=liable, category=category),
                price_cents=cents,
                quantity=Decimal(8),
            ).pk
            for cents, category in ((133, "legumes"), (1999, "plants"))
        ]
        self.offers.append(weighed_offer(self.day, quantity=Decimal(3), price_cents=1777).pk)
        open_the_fund(solidarity_percent=30, support_percent=20)
        fill_the_fund(900)
        if not FundWord.objects.exists():  # of a run before
            FundWordFactory(word="figue-romarin-482", basket_cents=700, baskets=1000)
        self.keeper = Person.objects.create(email=f"{uuid4().hex}@exemple.fr")
        for visitor in VISITORS[:2]:
            for offer, quantity in zip((0, 1, 2), (2, 1, 4), strict=True):
                self.fill(VISITORS.index(visitor), offer, quantity)
        self.order_what_is_there()

    def order_what_is_there(self):
        """Two orders with money set aside, and goods in a third basket: what happens then can go wrong."""
        for _basket in range(2):
            self.place(0, CARD, WISHES[0])
            self.pay(0, is_heard=True)
        self.fill(2, 1, 2)

    def play(self, verb, **given):
        """Call a verb at the machine's hour. A refusal is an answer like another; anything else is a fault."""
        with time_machine.travel(self.now, tick=False):
            try:
                return verb(**given)
            except REFUSALS:
                return None

    def one(self, rows, number):
        found = list(rows.order_by("pk"))
        return found[number % len(found)] if found else None

    def offer(self, number):
        return self.offers[number % len(self.offers)]

    def steps(self, offer_id, number):
        """So many steps of the product: bunches, or hundreds of grams."""
        return Offer.objects.select_related("product").get(pk=offer_id).product.step * number

    def baskets(self):
        return Basket.objects.filter(market_day=self.day, ordered_at=None)

    def orders(self, *states):
        return Order.objects.filter(market_day=self.day, state__in=states or Order.State.values)

    def payments(self, *states):
        rows = Payment.objects.filter(kind=paying.KIND, subject_id__in=self.orders().values("pk"))
        return rows.filter(state__in=states or Payment.State.values)

    @rule(who=ANY, which=ANY, number=QUANTITIES)
    def fill(self, who, which, number):
        self.take(VISITORS[who % len(VISITORS)], self.offer(which), number)

    def take(self, visitor, offer_id, number):
        return self.play(
            actions.set_basket_line,
            visitor=visitor,
            offer_id=offer_id,
            quantity=self.steps(offer_id, number),
            now=self.now,
        )

    @rule(which=ANY)
    def hold(self, which):
        basket = self.one(self.baskets(), which)
        if basket:
            self.play(actions.hold_basket, basket_id=basket.pk, now=self.now)

    @rule(who=ANY, whom=ANY)
    def sign_in(self, who, whom):
        visitor, person = VISITORS[who % len(VISITORS)], VISITORS[whom % len(VISITORS)]
        self.play(actions.join_baskets, visitor=visitor, person_key=person)

    @rule(which=ANY, method=st.sampled_from([CARD, CARD, AT_HALL]), wish=st.sampled_from(WISHES))
    def place(self, which, method, wish):
        basket = self.one(self.baskets(), which)
        if basket:
            self.order(basket, method, wish)

    def order(self, basket, method, wish=WISHES[0]):
        """The order placed, or None."""
        lines = list(basket.lines.select_related("offer__product__producer"))
        shopper = replace(AMINA, email=f"{basket.visitor.hex}@exemple.fr")
        facts = {"market_day": self.day, "email": shopper.email, "now": self.now}
        bill = self.play(bill_of, lines=lines, wish=wish, **facts)
        return bill and self.play(
            actions.place_order,
            basket_id=basket.pk,
            shopper=shopper,
            payment_method=method,
            seen_total_cents=bill.to_pay_cents,
            wish=wish,
            now=self.now,
        )

    @rule(which=ANY, is_heard=st.booleans())
    def pay(self, which, is_heard):
        """The card says yes, or sets the sum aside; perhaps nobody hears of it yet."""
        payment = self.one(self.payments(*Payment.OPEN), which)
        if payment:
            self.card_says_yes(payment, is_heard=is_heard)

    def card_says_yes(self, payment, *, is_heard=True):
        ref = self.bank.accept(payment)
        if is_heard:
            self.play(settle_intent, intent=self.bank.say(ref))

    @rule(which=ANY)
    def pay_at_hall(self, which):
        order = self.one(self.orders(Order.State.AWAITING_PAYMENT), which)
        if order:
            self.play(actions.pay_at_hall, order_id=order.pk, now=self.now)

    @rule(which=ANY)
    def pay_the_rest(self, which):
        order = self.one(self.orders(), which)
        if order:
            self.play(actions.pay_the_rest, order_id=order.pk)

    @rule(which=ANY, line=ANY, number=QUANTITIES, by_hall=st.booleans())
    def edit(self, which, line, number, by_hall):
        order = self.one(self.orders(), which)
        if order:
            self.set_line(order, self.one(order.lines.all(), line), number, by_hall=by_hall)

    def set_line(self, order, line, number, *, by_hall=False):
        self.play(
            actions.change_order,
            order_id=order.pk,
            quantities={line.pk: self.steps(line.offer_id, number)},
            now=self.now,
            by=self.keeper if by_hall else None,
            reason="La récolte" if by_hall else "",
        )

    @rule(which=ANY, grams=GRAMS, sure=st.booleans())
    def weigh(self, which, grams, sure):
        lines = OrderLine.objects.filter(order__in=self.orders(), by_weight=True)
        line = self.one(lines, which)
        if line:
            self.put_on_the_scale(line, grams, sure=sure)

    def put_on_the_scale(self, line, grams, *, sure=True):
        self.play(
            actions.weigh_line,
            line_id=line.pk,
            weight=max(Decimal(0), line.quantity + Decimal(grams) / 1000),
            by=self.keeper,
            now=self.now,
            is_sure=sure,
        )

    @rule(which=ANY)
    def take_estimates(self, which):
        order = self.one(self.orders(Order.State.PLACED), which)
        if order:
            self.play(actions.take_estimates, order_id=order.pk, now=self.now)

    @rule(which=ANY)
    def cancel(self, which):
        order = self.one(self.orders(), which)
        if order:
            self.play(actions.cancel_order, order_id=order.pk, now=self.now)

    @rule(which=ANY)
    def call_off(self, which):
        order = self.one(self.orders(*HOLDING), which)
        if order:
            self.play(actions.call_off_order, order_id=order.pk, reason="La grêle", now=self.now)

    @rule(which=ANY, number=st.integers(min_value=0, max_value=12))
    def restock(self, which, number):
        offer_id = self.offer(which)
        quantity = self.steps(offer_id, number)
        self.play(actions.set_offer, offer_id=offer_id, quantity=quantity)

    @rule(which=ANY, cents=st.integers(min_value=1, max_value=2500))
    def reprice(self, which, cents):
        self.play(actions.set_offer, offer_id=self.offer(which), price_cents=cents)

    @rule(which=ANY, on_sale=st.booleans())
    def open_or_close(self, which, on_sale):
        self.play(actions.set_offer, offer_id=self.offer(which), on_sale=on_sale)

    @rule()
    def worker_comes(self):
        """Captures are taken, refunds leave, and what the bank did unheard is heard of."""
        with time_machine.travel(self.now, tick=False):
            self.hear_of_all()
            self.send_captures()
            self.send_refunds()

    def hear_of_all(self):
        for payment in self.payments(Payment.State.PENDING):
            settle_intent(self.bank.say(payment.provider_ref))

    def send_captures(self):
        for payment in self.payments(Payment.State.AUTHORIZED):
            dispatch_capture(payment_id=payment.pk)

    def send_refunds(self):
        for refund in Refund.objects.filter(payment__in=self.payments(), state="prepared"):
            Refund.objects.filter(pk=refund.pk).update(
                state=Refund.State.PENDING, provider_ref=f"re_{refund.pk}"
            )
            settle_refund(f"re_{refund.pk}", "succeeded")

    @rule(which=ANY)
    def lapse(self, which):
        """The bank lets go of what it had set aside."""
        payment = self.one(self.payments(Payment.State.AUTHORIZED), which)
        if payment:
            self.bank_lets_go(payment)

    def bank_lets_go(self, payment):
        if self.bank.status[payment.provider_ref] == "requires_capture":
            self.bank.status[payment.provider_ref] = "canceled"
            self.play(settle_intent, intent=self.bank.say(payment.provider_ref))

    @rule(minutes=st.sampled_from([1, 10, 20, 40]))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule()
    def sweep(self):
        with time_machine.travel(self.now, tick=False):
            tasks.release_unpaid_orders()
            tasks.release_held_baskets()

    def teardown(self):
        """Whatever happened, the day called off gives all stock and all money back."""
        if not hasattr(self, "offers"):
            return
        try:
            self.now += timedelta(hours=1)
            MarketDay.objects.filter(pk=self.day.pk).update(state=MarketDay.State.CANCELLED)
            self.worker_comes()
            with time_machine.travel(self.now, tick=False):
                tasks.call_off_orders()
                tasks.release_held_baskets()
            self.worker_comes()
            self.worker_comes()
            assert not self.orders(*HOLDING).exists()
            assert not Offer.objects.filter(pk__in=self.offers).exclude(reserved=0).exists()
            assert self.bank.kept(list(self.payments())) == 0
        finally:
            self.patch.undo()
