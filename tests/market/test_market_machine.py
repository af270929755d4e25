"""A market played at random: whatever shoppers, producers, the hall and the clock do, stock and money agree.

Each rule is one verb, called as the doors call it; the provider is played by hand. The invariants
are looked at after every step.
"""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from commons.money import line_total, vat_included
from commons.payments import provider
from commons.payments.actions import settle_intent, settle_refund
from commons.payments.models import Payment, Refund, Transfer
from commons.people.models import Person
from market import actions, paying, refusals, sales, tasks
from market.models import Basket, BasketLine, MarketDay, Offer, Order, OrderLine
from market.settling import account_of
from tests.market.cards import weighed_offer
from tests.market.factories import (
    AMINA,
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
)

REFUSALS = (
    refusals.OrderRefusedError,
    refusals.OfferRefusedError,
    refusals.DayRefusedError,
    refusals.NotWeighedError,
    refusals.FarWeightError,
)
ANY = st.integers(min_value=0, max_value=10_000)
QUANTITIES = st.integers(min_value=0, max_value=6)
VISITORS = [uuid4() for _visitor in range(3)]
CARD, AT_HALL = Order.PaymentMethod.CARD, Order.PaymentMethod.AT_HALL
HOLDING = (Order.State.AWAITING_PAYMENT, Order.State.PLACED)


def intent(payment, *, status, received=0):
    """How the provider would speak of it."""
    return provider.Intent(
        ref=payment.provider_ref,
        status=status,
        amount_cents=payment.amount_cents,
        received_cents=received,
        client_secret="",
        charge_ref="ch",
        error="",
    )


class Bank:
    """The provider, kept in a table: what each card gave, what it holds, what went back."""

    def __init__(self):
        self.status: dict[str, str] = {}
        self.received: defaultdict[str, int] = defaultdict(int)

    def say(self, ref):
        payment = Payment.objects.get(provider_ref=ref)
        return intent(payment, status=self.status[ref], received=self.received[ref])

    def open(self, payment):
        ref = payment.provider_ref or f"pi_{uuid4().hex}"
        self.status.setdefault(ref, "requires_payment_method")
        Payment.objects.filter(pk=payment.pk, provider_ref=None).update(
            provider_ref=ref, state=Payment.State.PENDING
        )
        return ref

    def accept(self, payment):
        """The shopper's card says yes."""
        ref = self.open(payment)
        if self.status[ref] == "requires_payment_method":
            self.status[ref] = "requires_capture" if payment.captured_later else "succeeded"
            self.received[ref] = 0 if payment.captured_later else payment.amount_cents
        return ref

    def cancel_intent(self, ref):
        if self.status[ref] != "succeeded":
            self.status[ref] = "canceled"
        return self.say(ref)

    def capture_intent(self, ref, *, amount_cents, key):
        if self.status[ref] == "requires_capture":
            self.status[ref], self.received[ref] = "succeeded", amount_cents
        return self.say(ref)

    def kept(self, payments):
        """What it has of these cards, in cents, less what it gave back."""
        back = Refund.objects.filter(payment__in=payments, state=Refund.State.SUCCEEDED)
        return sum(self.received[payment.provider_ref] for payment in payments) - sum(
            back.values_list("amount_cents", flat=True)
        )


class Market(RuleBasedStateMachine):
    """One market day, three offers (one by weight), three visitors."""

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
        self.keeper = Person.objects.create(email=f"{uuid4().hex}@exemple.fr")
        for visitor in VISITORS[:2]:
            for offer, quantity in zip((0, 2), (2, 4), strict=True):
                self.fill(VISITORS.index(visitor), offer, quantity)
        self.order_what_is_there()

    def order_what_is_there(self):
        """Two orders with money set aside, and goods in a third basket: what happens then can go wrong."""
        for _basket in range(2):
            self.place(0, CARD)
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
        offer_id = self.offer(which)
        self.play(
            actions.set_basket_line,
            visitor=VISITORS[who % len(VISITORS)],
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

    @rule(which=ANY, method=st.sampled_from([CARD, CARD, AT_HALL]))
    def place(self, which, method):
        basket = self.one(self.baskets(), which)
        if basket:
            lines = basket.lines.select_related("offer")
            self.play(
                actions.place_order,
                basket_id=basket.pk,
                shopper=AMINA,
                payment_method=method,
                seen_total_cents=sum(line.total_cents for line in lines),
                now=self.now,
            )

    @rule(which=ANY, is_heard=st.booleans())
    def pay(self, which, is_heard):
        """The card says yes, or sets the sum aside; perhaps nobody hears of it yet."""
        payment = self.one(self.payments(*Payment.OPEN), which)
        if payment:
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
            chosen = self.one(order.lines.all(), line)
            self.play(
                actions.change_order,
                order_id=order.pk,
                quantities={chosen.pk: self.steps(chosen.offer_id, number)},
                now=self.now,
                by=self.keeper if by_hall else None,
                reason="La récolte" if by_hall else "",
            )

    @rule(which=ANY, grams=st.integers(min_value=-150, max_value=250), sure=st.booleans())
    def weigh(self, which, grams, sure):
        lines = OrderLine.objects.filter(order__in=self.orders(), by_weight=True)
        line = self.one(lines, which)
        if line:
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
        from commons.payments.actions import dispatch_capture

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
        if payment and self.bank.status[payment.provider_ref] == "requires_capture":
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

    @invariant()
    def nothing_is_oversold(self):
        for offer in Offer.objects.filter(pk__in=getattr(self, "offers", [])):
            assert 0 <= offer.reserved <= offer.quantity

    @invariant()
    def every_unit_reserved_is_somebodys(self):
        if not hasattr(self, "offers"):
            return
        owned = defaultdict(Decimal)
        for offer_id, held in BasketLine.objects.filter(basket__market_day=self.day).values_list(
            "offer", "held"
        ):
            owned[offer_id] += held
        for offer_id, quantity in OrderLine.objects.filter(
            order__in=self.orders(*HOLDING)
        ).values_list("offer", "quantity"):
            owned[offer_id] += quantity
        for offer in Offer.objects.filter(pk__in=self.offers):
            assert offer.reserved == owned[offer.pk]

    @invariant()
    def what_is_held_has_its_hour(self):
        if hasattr(self, "offers"):
            held = BasketLine.objects.filter(basket__market_day=self.day, held__gt=0)
            assert not held.filter(basket__held_until=None).exists()

    @invariant()
    def lines_make_the_total_and_vat_splits_it_to_the_cent(self):
        if not hasattr(self, "offers"):
            return
        gross = vat = 0
        for order in self.orders(Order.State.PLACED).prefetch_related("lines"):
            for line in order.lines.all():
                quantity = line.quantity if line.weighed is None else line.weighed
                price = line_total(unit_price_cents=line.price_cents, quantity=quantity)
                assert line.total_cents == price
                gross += price
                vat += vat_included(gross_cents=price, rate=line.vat_rate)
        rows = list(sales.vat(sales.Sales(market_day_id=self.day.pk)))
        assert sum(cents(row[3]) for row in rows) == gross
        assert sum(cents(row[4]) for row in rows) == vat

    @invariant()
    def the_account_says_what_the_bank_says(self):
        """Once what was asked of it is done: nobody is owed money, and what is set aside is there."""
        if not hasattr(self, "offers"):
            return
        for order in self.orders():
            account = account_of(order)
            rows = list(paying.payments_of(order.pk))
            unheard = [
                row
                for row in rows
                if row.is_open or (row.capture_cents is not None and row.is_set_aside)
            ]
            asked = sum(
                Refund.objects.filter(payment__in=rows, state="prepared").values_list(
                    "amount_cents", flat=True
                )
            )
            if not unheard:
                assert self.bank.kept(rows) - asked == account.kept
                assert account.too_much == 0

    @invariant()
    def no_more_goes_back_or_on_than_came_in(self):
        if not hasattr(self, "offers"):
            return
        for payment in self.payments(Payment.State.SUCCEEDED):
            back = sum(payment.refunds.values_list("amount_cents", flat=True))
            on = payment.transfers.exclude(state=Transfer.State.DROPPED)
            assert back + sum(on.values_list("amount_cents", flat=True)) <= payment.amount_cents

    @invariant()
    def sellers_get_what_their_lines_say_as_far_as_cards_paid(self):
        if not hasattr(self, "offers"):
            return
        for order in self.orders():
            rows = paying.payments_of(order.pk)
            planned = Transfer.objects.filter(payment__in=rows).exclude(state="dropped")
            account = account_of(order)
            total = sum(planned.values_list("amount_cents", flat=True))
            assert total == min(account.to_pay, account.kept + account.set_aside)

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


def cents(euros):
    return int(euros.replace(",", ""))


@pytest.mark.django_db
def test_stock_and_money_agree_whatever_happens():
    run_state_machine_as_test(
        Market,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Refund.objects.filter(state=Refund.State.FAILED).count() == 0
