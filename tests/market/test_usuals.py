"""« Mes habituels »: whose they are, what they hold, and what one tap puts."""

import re
from datetime import timedelta
from decimal import Decimal
from html import unescape
from uuid import uuid4

import pytest
from django.utils import timezone

from commons.people.models import Person
from market import queries
from market.actions import put_usuals
from market.basket import SESSION_KEY
from market.models import Basket, BasketLine, MarketDay, Offer, Order
from market.refusals import OrdersClosedError
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now


@pytest.fixture
def leeks():
    return ProductFactory(name_fr="Poireaux")


@pytest.fixture
def honey():
    return ProductFactory(name_fr="Miel")


@pytest.fixture
def day(leeks, honey):
    """A day to come, with both on sale."""
    market_day = MarketDayFactory()
    for product in (leeks, honey):
        OfferFactory(market_day=market_day, product=product)
    return market_day


@pytest.fixture
def amina():
    return Person.objects.create_user("amina@exemple.fr")


def ordered(*wishes, visitor=None, person=None):
    """A placed order, on a day of its own: (product, quantity) each."""
    day = MarketDayFactory()
    lines = [(OfferFactory(market_day=day, product=product), n) for product, n in wishes]
    order = order_of(basket_of(*lines, visitor=visitor), Order.PaymentMethod.AT_HALL)
    Order.objects.filter(pk=order.pk).update(person=person)
    return order


def habits(day, *, person=None, visitor=None):
    found = queries.habits_of(person=person, visitor=visitor, market_day=day)
    return [(habit.product_id, habit.times, habit.quantity) for habit in found]


def offer_of(day, product):
    return Offer.objects.get(market_day=day, product=product)


def visit(client, visitor):
    session = client.session
    session[SESSION_KEY] = str(visitor)
    session.save()


def panel(client, day):
    page = unescape(re.sub(r"\s+", " ", client.get(day.get_absolute_url()).content.decode()))
    found = re.search(r'<section id="habituels".*?</section>', page)
    return found.group(0) if found else ""


class TestHabits:
    def test_the_most_ordered_first_in_the_quantity_most_often_wanted(self, day, leeks, honey):
        visitor = uuid4()
        for quantity in (2, 3, 2):
            ordered((leeks, quantity), visitor=visitor)
        ordered((honey, 1), visitor=visitor)
        assert habits(day, visitor=visitor) == [(leeks.pk, 3, 2), (honey.pk, 1, 1)]

    def test_an_account_has_its_own_and_those_of_its_address_before(self, day, leeks, honey, amina):
        ordered((leeks, 1), person=amina)
        ordered((honey, 1))  # to her address, before she had an account
        assert {pk for pk, *_rest in habits(day, person=amina)} == {leeks.pk, honey.pk}
        other = Person.objects.create_user("bilal@exemple.fr")
        assert habits(day, person=other) == []
        ordered((honey, 2), person=other)
        assert habits(day, person=other) == [(honey.pk, 1, 2)]

    def test_both_ways_to_an_order_count_it_once(self, day, leeks, amina):
        visitor = uuid4()
        ordered((leeks, 1), visitor=visitor, person=amina)
        assert habits(day, person=amina, visitor=visitor) == [(leeks.pk, 1, 1)]

    def test_only_what_was_placed_of_late_and_is_on_sale(self, day, leeks, honey):
        visitor = uuid4()
        order = ordered((leeks, 1), (honey, 1), visitor=visitor)
        Offer.objects.filter(market_day=day, product=honey).update(on_sale=False)
        assert [pk for pk, *_rest in habits(day, visitor=visitor)] == [leeks.pk]
        Order.objects.update(state=Order.State.CANCELLED)
        assert habits(day, visitor=visitor) == []
        Order.objects.update(state=Order.State.PLACED)
        MarketDay.objects.filter(pk=order.market_day_id).update(date=day.date - timedelta(days=400))
        assert habits(day, visitor=visitor) == []

    def test_a_stranger_costs_no_question(self, day, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert habits(day) == []


class TestPuttingAll:
    def test_what_is_short_is_put_as_far_as_it_goes_and_told(self, day, leeks, honey):
        visitor = uuid4()
        Offer.objects.filter(product=honey, market_day=day).update(quantity=1)
        short = put_usuals(
            visitor=visitor,
            market_day_id=day.pk,
            wanted={offer_of(day, leeks).pk: Decimal(2), offer_of(day, honey).pk: Decimal(3)},
            now=NOW(),
        )
        assert [(s.product, s.wanted, s.left) for s in short] == [(honey, 3, 1)]
        assert set(BasketLine.objects.values_list("offer__product", "quantity")) == {
            (leeks.pk, 2),
            (honey.pk, 1),
        }

    def test_twice_is_once_and_what_was_chosen_stays(self, day, leeks, honey):
        visitor = uuid4()
        basket_of((offer_of(day, leeks), 5), visitor=visitor)
        wanted = {offer_of(day, leeks).pk: Decimal(2), offer_of(day, honey).pk: Decimal(1)}
        for _tap in range(2):
            put_usuals(visitor=visitor, market_day_id=day.pk, wanted=wanted, now=NOW())
        assert Basket.objects.count() == 1
        assert set(BasketLine.objects.values_list("offer__product", "quantity")) == {
            (leeks.pk, 5),
            (honey.pk, 1),
        }

    def test_what_is_gone_is_not_put(self, day, leeks):
        offer = offer_of(day, leeks)
        Offer.objects.filter(pk=offer.pk).update(reserved=12)
        short = put_usuals(
            visitor=uuid4(), market_day_id=day.pk, wanted={offer.pk: Decimal(1)}, now=NOW()
        )
        assert [s.left for s in short] == [0]
        assert not BasketLine.objects.exists()

    def test_an_offer_of_another_day_is_left_out(self, day):
        elsewhere = OfferFactory()
        put_usuals(
            visitor=uuid4(), market_day_id=day.pk, wanted={elsewhere.pk: Decimal(1)}, now=NOW()
        )
        assert not BasketLine.objects.exists()

    def test_not_once_orders_are_closed(self, day, leeks):
        with pytest.raises(OrdersClosedError):
            put_usuals(
                visitor=uuid4(),
                market_day_id=day.pk,
                wanted={offer_of(day, leeks).pk: Decimal(1)},
                now=day.orders_close_at,
            )
        assert not Basket.objects.exists()


class TestOnThePage:
    @pytest.fixture
    def regular(self, client, day, leeks, honey):
        visitor = uuid4()
        ordered((leeks, 2), visitor=visitor)
        ordered((leeks, 2), (honey, 3), visitor=visitor)
        visit(client, visitor)
        return visitor

    def test_nothing_is_shown_to_who_has_none(self, client, day):
        assert panel(client, day) == ""
        visit(client, uuid4())
        assert panel(client, day) == ""

    @pytest.mark.usefixtures("regular")
    def test_each_has_its_tap_in_the_usual_quantity(self, client, day):
        shown = panel(client, day)
        assert shown.index("Poireaux") < shown.index("Miel")
        assert "Mettre 2\xa0bottes" in shown or "Mettre 2 bottes" in shown
        assert "Tout mettre" in shown

    def test_an_account_sees_its_own(self, client, day, leeks, amina):
        ordered((leeks, 2), person=amina)
        client.force_login(amina)
        assert "Poireaux" in panel(client, day)

    @pytest.mark.usefixtures("regular")
    def test_a_tap_without_a_script_comes_back_to_them(self, client, day, leeks):
        offer = offer_of(day, leeks)
        given = {"offer": offer.pk, "quantity": 2, "depuis": "habituels"}
        answer = client.post(day.get_absolute_url(), given)
        assert answer.url == f"{day.get_absolute_url()}#habituels"
        assert "dans le panier" in panel(client, day)

    @pytest.mark.usefixtures("regular")
    def test_a_tap_with_htmx_changes_the_shelf_that_is_on_the_page(self, client, day, leeks):
        offer = offer_of(day, leeks)
        given = {"offer": offer.pk, "quantity": 2, "depuis": "habituels"}
        for seen, shelf in (({}, False), ({"vu": [offer.pk]}, True)):
            answer = client.post(
                day.get_absolute_url(), given | seen, headers={"hx_request": "true"}
            )
            part = answer.content.decode()
            assert part.lstrip().startswith('<section id="habituels"')
            assert (f'id="choix-{offer.pk}"' in part) is shelf

    @pytest.mark.usefixtures("regular")
    def test_a_tap_on_the_shelf_changes_them_too(self, client, day, leeks):
        given = {"offer": offer_of(day, leeks).pk, "quantity": 1}
        answer = client.post(day.get_absolute_url(), given, headers={"hx_request": "true"})
        assert 'id="habituels"' in answer.content.decode()

    @pytest.mark.usefixtures("regular")
    def test_all_at_once_says_line_by_line_what_is_short(self, client, day, honey):
        Offer.objects.filter(market_day=day, product=honey).update(quantity=1)
        address = f"{day.get_absolute_url()}habituels/"
        answer = client.post(address, follow=True)
        page = unescape(answer.content.decode())
        assert "2 habituels sont dans le panier" in page
        assert re.search(r"Miel.: 1\sbotte au lieu de 3\sbottes", page)
        assert BasketLine.objects.filter(basket__ordered_at=None).count() == 2
        again = client.post(address, headers={"hx_request": "true"}).content.decode()
        assert "Tout y est déjà" in again
        assert client.get(address).status_code == 405

    @pytest.mark.usefixtures("regular")
    def test_the_page_of_a_regular_asks_no_more_than_twelve(
        self, client, day, leeks, amina, django_assert_max_num_queries
    ):
        for number in range(6):
            product = ProductFactory(name_fr=f"Choux {number}")
            OfferFactory(market_day=day, product=product)
            ordered((product, 1), person=amina)
        client.force_login(amina)
        client.post(day.get_absolute_url(), {"offer": offer_of(day, leeks).pk, "quantity": 1})
        with django_assert_max_num_queries(12):
            client.get(day.get_absolute_url())
