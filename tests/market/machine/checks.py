"""What holds after every step, whoever did what."""

from collections import defaultdict
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from hypothesis.stateful import invariant

from commons.money import line_total, vat_included
from commons.payments.models import Payment, Refund, Transfer
from market.models import BasketLine, FundEntry, Offer, Order
from market.money import fund, paying
from market.money.settling import account_of
from market.reports import sales
from tests.market.solidarity import ledger_cents

HOLDING = (Order.State.AWAITING_PAYMENT, Order.State.PLACED)


class Books:
    """All rows of the day as they stand now, read once for all checks."""

    def __init__(self, day):
        self.day = day
        self.offers = {offer.pk: offer for offer in Offer.objects.filter(market_day=day)}
        self.held = list(
            BasketLine.objects.filter(basket__market_day=day, held__gt=0).select_related("basket")
        )
        orders = Order.objects.filter(market_day=day).select_related("market_day")
        self.orders = list(orders.prefetch_related("lines").order_by("pk"))
        self.accounts = {order.pk: account_of(order) for order in self.orders}
        rows = Payment.objects.filter(kind=paying.KIND, subject_id__in=self.accounts)
        rows = rows.prefetch_related("refunds", "transfers").order_by("subject_id", "pk")
        grouped = groupby(rows, key=attrgetter("subject_id"))
        self.payments = defaultdict(list, {key: list(group) for key, group in grouped})


class Checks:
    """The checks are named by what they promise; ``look`` may be called in the middle of a move too."""

    @invariant()
    def look(self):
        if not hasattr(self, "offers"):
            return
        books = Books(self.day)
        for name in dir(self):
            if name.startswith("see_"):
                getattr(self, name)(books)

    def see_nothing_is_oversold(self, books):
        for offer in books.offers.values():
            assert 0 <= offer.reserved <= offer.quantity

    def see_every_unit_reserved_is_somebodys(self, books):
        owned = defaultdict(Decimal)
        for line in books.held:
            owned[line.offer_id] += line.held
        for order in books.orders:
            if order.state in HOLDING:
                for line in order.lines.all():
                    owned[line.offer_id] += line.quantity
        for offer in books.offers.values():
            assert offer.reserved == owned[offer.pk]

    def see_what_is_held_has_its_hour(self, books):
        assert all(line.basket.held_until is not None for line in books.held)

    def see_lines_make_the_total_and_vat_splits_it_to_the_cent(self, books):
        gross = vat = 0
        for order in books.orders:
            for line in order.lines.all():
                quantity = line.quantity if line.weighed is None else line.weighed
                price = line_total(unit_price_cents=line.price_cents, quantity=quantity)
                assert line.total_cents == price
                if order.state == Order.State.PLACED:
                    gross += price
                    vat += vat_included(gross_cents=price, rate=line.vat_rate)
        rows = list(sales.vat(sales.Sales(market_day_id=self.day.pk)))
        assert sum(_cents(row[3]) for row in rows) == gross
        assert sum(_cents(row[4]) for row in rows) == vat

    def see_the_account_says_what_the_bank_says(self, books):
        """Once what was asked of it is done: nobody is owed money, and what is set aside is there."""
        for order in books.orders:
            account, rows = books.accounts[order.pk], books.payments[order.pk]
            if any(_is_unheard(row) for row in rows):
                continue
            refunds = [refund for row in rows for refund in row.refunds.all()]
            asked = sum(r.amount_cents for r in refunds if r.state == Refund.State.PREPARED)
            assert self.bank.kept(rows) - asked == account.kept
            assert account.too_much == 0

    def see_no_more_goes_back_or_on_than_came_in(self, books):
        for row in (row for rows in books.payments.values() for row in rows):
            if row.state == Payment.State.SUCCEEDED:
                back = sum(refund.amount_cents for refund in row.refunds.all())
                assert back + sum(_parts(row)) <= row.amount_cents

    def see_sellers_get_what_their_lines_say_as_far_as_cards_and_the_fund_paid(self, books):
        """The cards first; of them, a gift stays with the house."""
        for order in books.orders:
            account = books.accounts[order.pk]
            goods = 0 if order.state == Order.State.CANCELLED else order.total_cents
            cards = min(goods, max(0, account.kept + account.set_aside - order.gift_cents))
            total = sum(part for row in books.payments[order.pk] for part in _parts(row))
            assert total == cards
            if order.state == Order.State.PLACED:
                house = Transfer.objects.filter(payment=None, subject_id=order.pk)
                given = house.exclude(state=Transfer.State.DROPPED)
                assert sum(given.values_list("amount_cents", flat=True)) == min(
                    order.fund_cents, goods - cards
                )

    def see_the_fund_has_what_its_ledger_says(self, books):
        assert fund.balance() == ledger_cents() >= 0
        for order in books.orders:
            lines = FundEntry.objects.filter(order=order, kind__in=["help", "help-back"])
            helped = -sum(lines.values_list("cents", flat=True))
            assert helped == order.fund_cents
            if order.state in HOLDING:
                limit = order.total_cents * order.fund_percent / 100
                assert order.fund_cents <= limit + 0.5
            else:
                assert helped == 0


def _is_unheard(payment):
    return payment.is_open or (payment.capture_cents is not None and payment.is_set_aside)


def _parts(payment):
    rows = payment.transfers.all()
    return [row.amount_cents for row in rows if row.state != Transfer.State.DROPPED]


def _cents(euros):
    return int(euros.replace(",", ""))
