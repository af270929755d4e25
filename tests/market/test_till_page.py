"""The till as a shopper meets it: slots that fill, a till nobody can stand at any more, wishes, and who sells."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from market.models import Offer, Order, PickUpSlot
from tests.market.factories import OfferFactory, ProductFactory, basket_of, order_of
from tests.market.test_views import CHECKOUT, WHO, hidden, take, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return OfferFactory(product__name_fr="Poireaux")


def slot_of(offer: Offer, *, at: int = 0, capacity: int = 1) -> PickUpSlot:
    """The half hour that begins so many half hours after the opening."""
    day = offer.market_day
    start = day.opens_at + at * timedelta(minutes=30)
    return PickUpSlot.objects.create(
        market_day=day, starts_at=start, ends_at=start + timedelta(minutes=30), capacity=capacity
    )


def fill(slot: PickUpSlot, offer: Offer) -> None:
    """Somebody quicker takes a place."""
    order = order_of(basket_of((OfferFactory(), 1)), Order.PaymentMethod.AT_HALL)
    Order.objects.filter(pk=order.pk).update(slot=slot, market_day=offer.market_day)


def form_of(page, **given):
    return WHO | {name: hidden(page, name) for name in ("basket", "seen_total_cents")} | given


def test_a_slot_that_fills_while_one_types_is_said_beside_the_slots(client, offer):
    wanted, other = slot_of(offer), slot_of(offer, at=1)
    take(client, offer)
    form = form_of(client.get(CHECKOUT), slot=wanted.pk)
    fill(wanted, offer)
    answer = client.post(CHECKOUT, form)
    assert answer.status_code == 422
    said = text(answer)
    assert "Ce créneau vient de se remplir : choisissez-en un autre." in said
    assert 'id="id_slot_error"' in said
    assert "· complet" in said
    assert 'value="Amina Diallo"' in said
    assert not Order.objects.filter(slot=other).exists()

    assert client.post(CHECKOUT, form | {"slot": other.pk}).status_code == 303
    assert Order.objects.filter(slot=other).exists()


def test_a_slot_that_fills_at_the_last_moment_is_said_beside_the_slots_too(
    client, offer, monkeypatch
):
    wanted = slot_of(offer)
    slot_of(offer, at=1)
    take(client, offer)
    form = form_of(client.get(CHECKOUT), slot=wanted.pk)
    monkeypatch.setattr("market.guards.slots.has_room", lambda slot: False)
    answer = client.post(CHECKOUT, form)
    assert answer.status_code == 422
    assert "Ce créneau vient de se remplir" in text(answer)
    assert 'id="id_slot_error"' in text(answer)


def test_the_last_places_are_counted_and_a_full_slot_cannot_be_chosen(client, offer):
    full = slot_of(offer)
    slot_of(offer, at=1, capacity=2)
    slot_of(offer, at=2, capacity=20)
    fill(full, offer)
    take(client, offer)
    page = text(client.get(CHECKOUT))
    radios = re.findall(r'<input type="radio" name="slot"[^>]*>', page)
    assert [" disabled" in radio for radio in radios] == [True, False, False]
    assert "encore 2 places" in page
    assert "encore 20" not in page


def test_a_day_whose_slots_are_all_taken_says_so_and_asks_nothing(client, offer):
    fill(slot_of(offer), offer)
    take(client, offer)
    page = text(client.get(CHECKOUT))
    assert "Tous les créneaux de retrait sont pris" in page
    assert "Commande avec obligation de paiement" not in page
    assert "Poireaux" in page


def test_a_slot_must_be_chosen(client, offer):
    slot_of(offer)
    take(client, offer)
    answer = client.post(CHECKOUT, form_of(client.get(CHECKOUT)))
    assert answer.status_code == 422
    assert "Choisissez quand vous passerez." in text(answer)


def test_each_seller_is_named_once_under_what_they_sell(client, offer):
    neighbour = ProductFactory(producer=offer.product.producer, name_fr="Panais")
    take(client, offer)
    take(client, OfferFactory(market_day=offer.market_day, product=neighbour))
    page = text(client.get(CHECKOUT))
    assert page.count("Vendu par") == 1
    assert "Panais" in page


def test_more_than_is_left_is_refused_on_the_page_that_changes_an_order(client, offer):
    order = order_of(basket_of((offer, 2)), Order.PaymentMethod.AT_HALL)
    line = order.lines.get()
    address = reverse("market:change", args=[order.token])
    assert "Commandé : 2" in text(client.get(address))
    answer = client.post(address, {f"quantity-{line.pk}": 13})
    assert answer.status_code == 422
    assert "il ne reste que 12" in text(answer)
    assert client.post(address, {f"quantity-{line.pk}": 3}).status_code == 303
    line.refresh_from_db()
    assert line.quantity == Decimal(3)


def test_a_cancelled_order_paid_at_the_hall_owes_nothing_and_leads_back(client, offer):
    order = order_of(basket_of((offer, 1)), Order.PaymentMethod.AT_HALL)
    client.post(reverse("market:cancel", args=[order.token]))
    page = text(client.get(order.get_absolute_url()))
    assert "vous ne devez rien" in page
    assert offer.market_day.get_absolute_url() in page
