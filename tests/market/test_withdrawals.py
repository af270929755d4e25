"""What keeps is given back within a fortnight: declared in two steps, acknowledged, and paid back once it is there."""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from commons.notices.actions import deliver
from commons.notices.models import Message
from commons.payments.models import Payment, Refund, Transfer
from market import actions, rules, waiting, withdrawing
from market.models import MarketDay, Offer, Order, OrderChange, Withdrawal
from market.reports.order_story import story_of
from tests.content.desk import person_in
from tests.market.cards import pay, send_what_is_written, taken_from_cards
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db

AT_HALL = Order.PaymentMethod.AT_HALL


@pytest.fixture
def day():
    return MarketDayFactory()


@pytest.fixture
def leeks(day):
    return OfferFactory(market_day=day)


@pytest.fixture
def honey(day):
    return OfferFactory(
        market_day=day,
        price_cents=850,
        product=ProductFactory(name_fr="Miel de tilleul", name_en="Lime honey", perishable=False),
    )


@pytest.fixture
def order(leeks, honey):
    return order_of(basket_of((leeks, 1), (honey, 2)), AT_HALL)


def after(order, days=1):
    """So many days after the market, at noon."""
    return order.market_day.closes_at + timedelta(days=days)


def had(order):
    """The market was held."""
    MarketDay.objects.filter(pk=order.market_day_id).update(state=MarketDay.State.DONE)


def withdraw(order, now=None, lines=None):
    return actions.withdraw(
        order_id=order.pk,
        line_ids=[line.pk for line in lines or order.lines.all()],
        now=now or after(order),
    )


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 11, 25), date(2026, 12, 9)),  # a Wednesday
        (date(2026, 11, 21), date(2026, 12, 7)),  # a Saturday: until the Monday
        (date(2026, 12, 11), date(2026, 12, 28)),  # Christmas, then a week-end
    ],
)
def test_the_right_lasts_a_fortnight_and_ends_on_a_working_day(received, last):
    assert rules.last_day_to_withdraw(received) == last


def test_a_line_keeps_what_it_was_sold_as(order, honey):
    honey.product.perishable = True
    honey.product.save()
    assert list(order.lines.order_by("pk").values_list("perishable", flat=True)) == [True, False]


def test_what_keeps_alone_may_be_given_back_until_the_last_hour(order):
    end = timezone.make_aware(
        datetime.combine(withdrawing.last_day(order), datetime.max.time().replace(microsecond=0))
    )
    assert [line.name for line in withdrawing.lines_to_withdraw(order, at=end)] == [
        "Miel de tilleul"
    ]
    assert not withdrawing.lines_to_withdraw(order, at=end + timedelta(seconds=1))
    assert withdraw(order, now=end + timedelta(seconds=1)) is None


def test_declared_twice_it_stands_once(order):
    first = withdraw(order)
    assert "Miel de tilleul" in first.words
    assert first.cents == 1700
    assert withdraw(order) is None
    assert Withdrawal.objects.count() == 1
    assert Message.objects.filter(kind="market.withdrawn").count() == 1


def test_the_acknowledgement_says_what_the_day_and_the_hour(order, mailoutbox):
    at = timezone.make_aware(datetime.combine(after(order).date(), datetime.min.time())).replace(
        hour=14, minute=2
    )
    withdraw(order, now=at)
    deliver(message_id=Message.objects.get(kind="market.withdrawn").pk)
    mail = mailoutbox[-1]
    assert mail.to == [order.email]
    for body in (mail.body, mail.alternatives[0][0]):
        assert "Miel de tilleul" in body
        assert f"{at:%d/%m/%Y}" in body
        assert re.search(r"14\s*[h:]\s*02", body)
        assert order.number in body


def test_what_is_acknowledged_is_what_was_declared_whatever_came_after(order, mailoutbox):
    declared = withdraw(order)
    actions.take_back(withdrawal_id=declared.pk, by=person_in("Marché"), now=after(order, 2))
    deliver(message_id=Message.objects.get(kind="market.withdrawn").pk)
    assert "Miel de tilleul" in mailoutbox[-1].body
    assert "17,00" in mailoutbox[-1].body


class TestTheMoney:
    @pytest.fixture
    def paid(self, leeks, honey, stand_in):
        order = order_of(basket_of((leeks, 1), (honey, 2)))
        pay(order, stand_in)
        return order

    @pytest.fixture
    def zoe(self):
        return person_in("Marché")

    def test_waits_for_the_goods_then_goes_back_to_the_card(self, paid, honey, leeks, zoe):
        declared = withdraw(paid)
        assert not Refund.objects.exists()
        actions.take_back(withdrawal_id=declared.pk, by=zoe, now=after(paid, 3))
        actions.take_back(withdrawal_id=declared.pk, by=zoe, now=after(paid, 3))
        send_what_is_written()
        assert Refund.objects.get().amount_cents == 1700
        assert taken_from_cards(paid) == 260
        parts = Transfer.objects.exclude(state=Transfer.State.DROPPED)
        assert [part.amount_cents for part in parts] == [260]
        change = OrderChange.objects.get()
        assert (change.before, change.after, change.by) == (2, 0, zoe)
        honey.refresh_from_db()
        leeks.refresh_from_db()
        assert (honey.reserved, leeks.reserved) == (0, 1)

    def test_whose_part_has_left_is_asked_of_its_seller(self, paid, honey, zoe):
        Transfer.objects.update(state=Transfer.State.SENT)
        declared = withdraw(paid)
        assert withdrawing.way_back(paid) == withdrawing.Way.BY_SELLERS
        seller = honey.product.producer.legal_name
        assert withdrawing.owed(declared) == [(seller, 1700)]
        actions.take_back(withdrawal_id=declared.pk, by=zoe, now=after(paid, 3))
        assert not Refund.objects.exists()
        assert Payment.objects.get().amount_cents == 1960
        assert sum(paid.lines.values_list("total_cents", flat=True)) == 1960
        declared.refresh_from_db()
        assert declared.returned_by == zoe

    def test_paid_at_the_hall_is_due_no_more(self, order, zoe):
        declared = withdraw(order)
        assert withdrawing.way_back(order) == withdrawing.Way.AT_HALL
        actions.take_back(withdrawal_id=declared.pk, by=zoe, now=after(order, 3))
        assert sum(order.lines.values_list("total_cents", flat=True)) == 260
        assert Offer.objects.get(price_cents=850).reserved == 0

    def test_a_cancelled_order_has_been_paid_back_already(self, paid, zoe):
        declared = withdraw(paid, now=timezone.now())
        actions.cancel_order(order_id=paid.pk, now=timezone.now())
        actions.take_back(withdrawal_id=declared.pk, by=zoe, now=after(paid, 3))
        assert sum(Refund.objects.values_list("amount_cents", flat=True)) == 1960
        assert not Offer.objects.exclude(reserved=0).exists()


@pytest.mark.usefixtures("site_pages")
class TestThePages:
    def test_two_steps_and_the_second_click_leads_home(self, client, order):
        had(order)
        address = reverse("market:withdraw", args=[order.token])
        with time_machine.travel(after(order), tick=False):
            page = client.get(order.get_absolute_url()).content.decode()
            assert "Renoncer au contrat ici" in page
            assert address in page
            form = client.get(address).content.decode()
            assert "Confirmer la rétractation" in form
            assert "Miel de tilleul" in form
            assert "Poireaux" not in form
            line = order.lines.get(name="Miel de tilleul")
            for _click in range(2):
                answer = client.post(address, {"lines": [line.pk]})
                assert answer.status_code == 303
            page = client.get(order.get_absolute_url()).content.decode()
        assert "Rétractation confirmée le" in page
        assert "Renoncer au contrat ici" not in page
        assert Withdrawal.objects.count() == 1

    def test_nothing_ticked_says_so(self, client, order):
        had(order)
        with time_machine.travel(after(order), tick=False):
            answer = client.post(reverse("market:withdraw", args=[order.token]), {})
        assert answer.status_code == 422
        assert "Cochez ce que vous rendez." in answer.content.decode()

    def test_fresh_goods_have_no_such_page(self, client, leeks):
        fresh = order_of(basket_of((leeks, 1)), AT_HALL)
        had(fresh)
        with time_machine.travel(after(fresh), tick=False):
            answer = client.get(reverse("market:withdraw", args=[fresh.token]))
            page = client.get(fresh.get_absolute_url()).content.decode()
        assert answer.status_code == 303
        assert "rétractation" not in page.lower()

    @pytest.mark.parametrize(
        ("taken", "said", "unsaid"),
        [
            (("leeks",), "ne se reprennent pas", "Ce qui se garde"),
            (("honey",), "Ce qui se garde", "ne se reprennent pas"),
            (("leeks", "honey"), "Ici\u202f: Miel de tilleul.", "—nothing—"),
        ],
    )
    def test_the_checkout_says_the_truth_of_the_basket(
        self, client, request, day, taken, said, unsaid
    ):
        for name in taken:
            offer = request.getfixturevalue(name)
            client.post(day.get_absolute_url(), {"offer": offer.pk, "quantity": 1})
        page = client.get("/marche/commander/").content.decode()
        assert said in page
        assert unsaid not in page

    def test_the_desk_sees_it_waiting_and_says_who_owes(
        self, client, settings, order, honey, django_assert_max_num_queries
    ):
        settings.SECOND_FACTOR_FOR_STAFF = False
        zoe = person_in("Marché")
        client.force_login(zoe)
        declared = withdraw(order)
        cards = {card.title: card for card in waiting.waiting_for(zoe, now=after(order))}
        assert order.number in cards["Rétractations"].lines[0].text
        verb = reverse("market_desk:take_back", args=[declared.pk])
        assert (
            verb
            in client.get(
                reverse("wagtailsnippets_market_order:inspect", args=[order.pk])
            ).content.decode()
        )
        page = client.get(verb).content.decode()
        assert f"{honey.product.producer.legal_name} doit" in page
        assert client.post(verb).status_code == 302
        assert client.get(verb).status_code == 404
        declared.refresh_from_db()
        assert declared.returned_by == zoe
        told = [m.words for m in story_of(Order.objects.get(), tells_cards=False).moments]
        assert any(words.startswith("A renoncé à") for words in told)
        assert any(words.startswith("Produits revenus") for words in told)
        assert "Rétractations" not in {
            card.title for card in waiting.waiting_for(zoe, now=after(order))
        }
