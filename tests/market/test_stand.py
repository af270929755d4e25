"""« Mes offres du samedi » : each line by itself, in one tap, without a script."""

from decimal import Decimal

import pytest
from django.urls import reverse

from content.roles import MARKET_COORDINATORS, PRODUCERS, WRITERS
from market import actions
from market.models import Offer, Order
from tests.content.desk import person_in
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.usefixtures("site_pages")


@pytest.fixture
def farmer(client):
    person = person_in(PRODUCERS)
    client.force_login(person)
    return person


@pytest.fixture
def offer(farmer):
    offer = OfferFactory()
    offer.product.producer.people.add(farmer)
    return offer


def screen(offer, name="stand"):
    return reverse(f"market:{name}", args=[offer.market_day.date, offer.product.producer.slug])


def line(offer, *, price="2,60", quantity="12", closed=False, seen=("2,60", "12", False)):
    """What the form of a line posts: what is wished, and what was shown."""
    name = f"offre-{offer.pk}"
    form = {
        f"{name}-price": price,
        f"{name}-quantity": quantity,
        f"initial-{name}-price": seen[0],
        f"initial-{name}-quantity": seen[1],
        f"initial-{name}-closed": str(seen[2]),
    }
    return form | ({f"{name}-closed": "on"} if closed else {})


def test_the_way_in_leads_to_the_farm_of_the_next_day(client, offer):
    answer = client.get(reverse("market:own_offers"), follow=True)
    assert answer.redirect_chain[-1][0] == screen(offer)
    said = answer.content.decode()
    assert offer.product.name_fr in said
    assert "Rien de réservé" in said


def test_one_tap_saves_all_that_changed(client, offer):
    other = OfferFactory(market_day=offer.market_day, product__producer=offer.product.producer)
    form = line(offer, price="3.10", quantity="7,5") | line(other, closed=True)
    assert client.post(screen(offer), form).status_code == 303
    offer.refresh_from_db()
    other.refresh_from_db()
    assert (offer.price_cents, offer.quantity, offer.on_sale) == (310, Decimal("7.5"), True)
    assert (other.price_cents, other.on_sale) == (260, False)


def test_a_refused_line_keeps_what_was_typed_and_the_others_are_saved(client, offer):
    order_of(basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    other = OfferFactory(market_day=offer.market_day, product__producer=offer.product.producer)
    answer = client.post(screen(offer), line(offer, quantity="3") | line(other, quantity="20"))
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "déjà réservé 4" in said
    assert 'value="3"' in said
    offer.refresh_from_db()
    other.refresh_from_db()
    assert (offer.quantity, other.quantity) == (12, 20)


@pytest.mark.parametrize("typed", ["", "beaucoup", "-1", "99999", "2,505"])
def test_a_price_that_is_none_is_said(client, offer, typed):
    answer = client.post(screen(offer), line(offer, price=typed))
    assert answer.status_code == 422
    offer.refresh_from_db()
    assert offer.price_cents == 260


def test_what_was_not_touched_is_not_written_over(client, offer):
    """The coordination closed it while the screen stayed open in a pocket."""
    actions.set_offer(offer_id=offer.pk, price_cents=290, on_sale=False)
    client.post(screen(offer), line(offer, quantity="9"))
    offer.refresh_from_db()
    assert (offer.price_cents, offer.quantity, offer.on_sale) == (290, 9, False)


def test_an_offer_opens_again_unless_its_product_lost_a_fact(client, offer):
    actions.close_offer(offer_id=offer.pk)
    wish = line(offer, seen=("2,60", "12", True))
    client.post(screen(offer), wish)
    assert Offer.objects.get(pk=offer.pk).on_sale
    actions.close_offer(offer_id=offer.pk)
    offer.product.allergen_codes = []
    offer.product.save()
    assert "les allergènes" in client.post(screen(offer), wish).content.decode()
    assert not Offer.objects.get(pk=offer.pk).on_sale


def test_one_more_product_goes_on_sale_from_there(client, offer):
    more = ProductFactory(producer=offer.product.producer)
    wanting = ProductFactory(producer=offer.product.producer, allergen_codes=[])
    assert wanting.name_fr in client.get(screen(offer)).content.decode()
    form = {"ajout-price": "1,20", "ajout-quantity": "30"}
    answer = client.post(screen(offer, "stand_add"), form | {"ajout-product": more.pk})
    assert answer.status_code == 303
    assert Offer.objects.get(product=more).price_cents == 120
    refused = client.post(screen(offer, "stand_add"), form | {"ajout-product": wanting.pk})
    assert refused.status_code == 422
    assert not Offer.objects.filter(product=wanting).exists()


def test_not_coming_is_asked_twice_then_closes_all(client, offer):
    order = order_of(basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    asked = client.get(screen(offer, "stand_withdraw")).content.decode()
    assert order.number in asked
    assert order.name not in asked  # a producer does not read who ordered
    assert Offer.objects.get(pk=offer.pk).on_sale
    client.post(screen(offer, "stand_withdraw"))
    assert not Offer.objects.get(pk=offer.pk).on_sale
    order.refresh_from_db()
    assert order.state == Order.State.PLACED


def test_the_coordination_keeps_every_farm_and_reads_whom_to_call(client, offer):
    client.force_login(person_in(MARKET_COORDINATORS))
    order = order_of(basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    farms = client.get(reverse("market:own_offers_on", args=[offer.market_day.date]))
    ProducerFactory()
    assert (
        offer.product.producer.name
        in client.get(farms.request["PATH_INFO"], follow=True).content.decode()
    )
    assert order.name in client.get(screen(offer, "stand_withdraw")).content.decode()


def test_anothers_stall_is_not_found_and_strangers_are_kept_out(client, offer):
    anothers = OfferFactory(market_day=offer.market_day)
    for name in ("stand", "stand_withdraw"):
        assert client.get(screen(anothers, name)).status_code == 404
    client.force_login(person_in(WRITERS))
    assert client.get(screen(offer)).status_code == 403
    client.logout()
    assert client.get(screen(offer)).status_code == 302


def test_the_number_of_questions_does_not_grow(client, offer, django_assert_max_num_queries):
    client.get(screen(offer))  # the house and its footer are kept from one page to the next
    with django_assert_max_num_queries(12):
        client.get(screen(offer))
    producer = offer.product.producer
    for _more in range(20):
        OfferFactory(market_day=offer.market_day, product__producer=producer)
        ProductFactory(producer=producer, allergen_codes=[], alcohol=True)
    with django_assert_max_num_queries(12):
        client.get(screen(offer))
    empty = reverse("market:stand", args=[MarketDayFactory().date, producer.slug])
    with django_assert_max_num_queries(12):
        client.get(empty)
