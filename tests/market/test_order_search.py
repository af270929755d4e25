"""An order is found by what people say of it."""

import pytest
from django.urls import reverse

from market.models import Order
from market.reports import order_search
from tests.content.desk import person_in
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db
DESK_S_OWN = 7  # session, person, rights, languages, menu
LIST = "/gestion/snippets/market/order/"


@pytest.fixture
def order():
    placed = order_of(basket_of((OfferFactory(quantity=500), 1)), Order.PaymentMethod.AT_HALL)
    Order.objects.filter(pk=placed.pk).update(
        number="POIRE-482", name="Éloïse Nguyên", email="eloise@exemple.fr", phone="06 12 34 56 78"
    )
    return Order.objects.get(pk=placed.pk)


@pytest.fixture
def coordinator(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(person_in("Marché"))
    return client


FINDS = (
    "POIRE-482", "poire 482", "Poire482", " poire  482 ", "poire", "eloise", "ÉLOÏSE", "nguyen elo",
    "eloise@exemple.fr", "eloise@", "06.12.34.56.78", "0612345678",
    "+33 6 12 34 56 78", "345678",
)  # fmt: skip
MISSES = ("poire 483", "pomme 482", "jean", "autre@exemple.fr", "07 12 34 56 78", "12")


@pytest.mark.parametrize("text", FINDS)
def test_it_is_found(order, text):
    assert list(order_search.search(Order.objects.all(), text)) == [order]


@pytest.mark.parametrize("text", MISSES)
def test_another_is_not(order, text):
    assert not order_search.search(Order.objects.all(), text).exists()


def test_the_list_searches_so(coordinator, order):
    assert "POIRE-482" in coordinator.get(f"{LIST}?q=nguyen").content.decode()
    assert "POIRE-482" not in coordinator.get(f"{LIST}?q=pomme+482").content.decode()


def test_the_list_keeps_those_of_a_producer(coordinator, order):
    producer = order.lines.get().offer.product.producer_id
    other = OfferFactory().product.producer_id
    assert "POIRE-482" in coordinator.get(f"{LIST}?producer={producer}").content.decode()
    assert "POIRE-482" not in coordinator.get(f"{LIST}?producer={other}").content.decode()


def test_the_list_asks_no_more_when_it_grows(coordinator, order, django_assert_max_num_queries):
    offer = order.lines.get().offer
    for _rank in range(4):
        order_of(basket_of((offer, 1)), Order.PaymentMethod.AT_HALL)
    coordinator.get(LIST)
    with django_assert_max_num_queries(DESK_S_OWN + 4):
        page = coordinator.get(LIST).content.decode()
    assert page.count("2,60") == 5


def test_an_orders_own_screen_tells_its_story(coordinator, order, django_assert_max_num_queries):
    screen = reverse("wagtailsnippets_market_order:inspect", args=[order.pk])
    coordinator.get(screen)
    with django_assert_max_num_queries(DESK_S_OWN + 9):
        page = coordinator.get(screen).content.decode()
    for words in ("Éloïse Nguyên", "06 12 34 56 78", "Commande confirmée", "confirmation", "2,60"):
        assert words in page
    assert order.token not in page
