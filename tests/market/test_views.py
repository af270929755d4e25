"""The journey as a browser without JavaScript makes it, and what each page must hold."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from market.models import Basket, MarketDay, Offer, Order, Producer
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db

WHO = {"name": "Amina Diallo", "email": "Amina@Exemple.fr ", "payment_method": "at-hall"}
BASKET, CHECKOUT = "/marche/panier/", "/marche/commander/"
ORDER_NOW = "/marche/panier/commander/"


@pytest.fixture
def offer():
    stall = StallFactory(producer__name="Ferme des Buis", pitch__number=4)
    product = ProductFactory(producer=stall.producer, name_fr="Poireaux", pack_size=Decimal("0.8"))
    return OfferFactory(market_day=stall.market_day, product=product)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def take(client, offer, quantity=1, **headers):
    address = offer.market_day.get_absolute_url()
    return client.post(address, {"offer": offer.pk, "quantity": quantity}, headers=headers)


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode()).group(1)


def checkout(client, **given):
    page = client.get(CHECKOUT)
    agreed = {name: hidden(page, name) for name in ("basket", "seen_total_cents")}
    return client.post(CHECKOUT, WHO | agreed | given)


def test_the_door_leads_to_the_next_day_or_invites(client):
    assert "n’est pas encore annoncé" in text(client.get("/marche/"))
    MarketDayFactory(state=MarketDay.State.DRAFT)
    day = MarketDayFactory()
    assert client.get("/marche/").url == day.get_absolute_url()


def test_a_day_nobody_announced_is_not_found(client):
    draft = MarketDayFactory(state=MarketDay.State.DRAFT)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get("/marche/2026-02-31/").status_code == 404


def test_an_offer_shows_what_the_law_asks(client, offer):
    page = text(client.get(offer.market_day.get_absolute_url()))
    for fact in ("Poireaux", "2,60", "3,25", "le kg", "France", "aucun", "Étal 4", "Reste 12"):
        assert fact in page


def test_filters_live_in_the_address(client, offer):
    day = offer.market_day
    month = day.date.month
    offer.product.own_season = [month]
    offer.product.save()
    OfferFactory(
        market_day=day,
        product=ProductFactory(name_fr="Cerises", category="fruits", own_season=[month % 12 + 1]),
    )
    address = day.get_absolute_url()
    fruit = text(client.get(f"{address}?rayon=fruits"))
    assert "Cerises" in fruit
    assert "Poireaux" not in fruit
    seasonal = text(client.get(f"{address}?saison=1"))
    assert "Poireaux" in seasonal
    assert "Cerises" not in seasonal
    assert "Rien ne répond à tout cela" in text(client.get(f"{address}?rayon=pains"))


def test_adding_comes_back_to_the_offer_and_keeps_the_filters(client, offer):
    address = f"{offer.market_day.get_absolute_url()}?rayon=legumes"
    answer = client.post(address, {"offer": offer.pk, "quantity": "2"})
    assert answer.status_code == 303
    assert answer.url == f"{address}#offre-{offer.pk}"
    assert "2\u00a0bottes" in client.get(address).content.decode()


def test_adding_too_much_says_what_is_left_beside_the_offer(client, offer):
    answer = take(client, offer, 13)
    assert answer.status_code == 422
    assert "il ne reste que 12" in text(answer)
    assert take(client, offer, 13, hx_request="true").status_code == 200


def test_a_nonsense_line_is_not_found(client, offer):
    assert take(client, offer, "beaucoup").status_code == 404
    offer.pk = 0
    assert take(client, offer).status_code == 404


def test_who_only_looks_gets_no_cookie(client, offer):
    client.get(offer.market_day.get_absolute_url())
    client.get(BASKET)
    assert "sessionid" not in client.cookies


def test_the_basket_is_kept_and_says_what_changed(client, offer):
    take(client, offer, 5)
    Offer.objects.update(price_cents=300, quantity=3)
    page = text(client.get(BASKET))
    assert "Le prix a changé" in page
    assert "Il ne reste que 3" in page
    assert CHECKOUT not in page
    assert client.post(BASKET, {"offer": offer.pk, "quantity": 3}).status_code == 302
    assert ORDER_NOW in text(client.get(BASKET))


def test_a_basket_of_a_closed_day_is_kept_and_says_so(client, offer):
    take(client, offer)
    now = timezone.now()
    MarketDay.objects.update(orders_open_at=now - timedelta(days=2), orders_close_at=now)
    after = MarketDayFactory()
    page = text(client.get(BASKET))
    assert "Les commandes sont closes" in page
    assert "Poireaux" in page
    assert after.get_absolute_url() in page
    assert "Les commandes sont closes" in text(client.get(offer.market_day.get_absolute_url()))


def test_an_empty_basket_invites_and_cannot_be_ordered(client, offer):
    assert offer.market_day.get_absolute_url() in text(client.get(BASKET))
    assert client.get(CHECKOUT).url == BASKET
    assert client.post(CHECKOUT, WHO).url == BASKET


def test_the_checkout_names_the_seller_the_obligation_and_the_deadline(client, offer):
    take(client, offer)
    page = text(client.get(CHECKOUT))
    for fact in (
        "Commande avec obligation de paiement",
        f"Vendu par {offer.product.producer.legal_name}",
        "SIRET 12345678900011",
        "L.221-28",
        "Vous pouvez commander jusqu’à",
        "2,60",
    ):
        assert fact in page


def test_an_order_from_the_shelf_to_the_ticket(client, offer):
    take(client, offer, 2)
    answer = checkout(client)
    order = Order.objects.get()
    assert (answer.status_code, answer.url) == (303, order.get_absolute_url())
    assert order.email == "amina@exemple.fr"
    page = text(client.get(answer.url))
    for fact in ("C’est commandé", order.number, "5,20", "à payer au retrait", "9\u00a0h"):
        assert fact in page or fact.replace("\u00a0", " ") in page
    assert "Votre panier est vide" in text(client.get(BASKET))


def test_a_double_click_leads_to_the_same_order(client, offer):
    take(client, offer)
    page = client.get(CHECKOUT)
    form = WHO | {name: hidden(page, name) for name in ("basket", "seen_total_cents")}
    first, second = client.post(CHECKOUT, form), client.post(CHECKOUT, form)
    assert first.url == second.url
    assert Order.objects.count() == 1


def test_what_was_typed_is_kept_when_something_is_missing(client, offer):
    take(client, offer)
    answer = checkout(client, email="amina")
    assert answer.status_code == 422
    page = text(answer)
    assert 'value="Amina Diallo"' in page
    assert 'value="amina"' in page
    assert 'aria-invalid="true"' in page
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quantity": 0, "reserved": 0}, "il n’en reste plus"),
        ({"price_cents": 300}, "relisez le total"),
    ],
)
def test_a_refusal_says_why_and_keeps_what_was_typed(client, offer, change, said):
    take(client, offer)
    page = client.get(CHECKOUT)
    form = WHO | {name: hidden(page, name) for name in ("basket", "seen_total_cents")}
    Offer.objects.update(**change)
    answer = client.post(CHECKOUT, form)
    assert answer.status_code == 422
    assert said in text(answer)
    assert 'value="Amina Diallo"' in text(answer)
    assert not Order.objects.exists()
    if "price_cents" in change:
        assert hidden(answer, "seen_total_cents") == "300"


def test_the_window_closing_under_the_shopper_is_said(client, offer):
    take(client, offer)
    page = client.get(CHECKOUT)
    form = WHO | {name: hidden(page, name) for name in ("basket", "seen_total_cents")}
    now = timezone.now()
    MarketDay.objects.update(orders_open_at=now - timedelta(days=2), orders_close_at=now)
    answer = client.post(CHECKOUT, form)
    assert "Les commandes sont closes" in text(answer)
    assert not Order.objects.exists()


def test_another_persons_basket_cannot_be_ordered(client, offer):
    theirs = basket_of((offer, 1))
    answer = client.post(CHECKOUT, WHO | {"basket": theirs.pk, "seen_total_cents": 260})
    assert answer.url == BASKET
    order_of(theirs)
    answer = client.post(CHECKOUT, WHO | {"basket": theirs.pk, "seen_total_cents": 260})
    assert answer.url == BASKET


def test_a_stall_paid_on_the_spot_hides_the_card_and_says_why(client):
    producer = ProducerFactory(
        name="Les Cabris", settlement=Producer.Settlement.AT_STALL, account_ref=""
    )
    take(client, OfferFactory(product=ProductFactory(producer=producer)))
    page = text(client.get(CHECKOUT))
    assert 'value="card"' not in page
    assert "Les Cabris se paie sur place" in page
    assert checkout(client, payment_method="card").status_code == 422


def test_an_order_is_only_for_who_holds_its_link(client):
    assert client.get("/marche/commande/devine/").status_code == 404
    assert client.get("/marche/commande/devine/nouvelles/").status_code == 404


def test_cancelling_asks_first_then_says_so(client, offer):
    order = order_of(basket_of((offer, 1)), Order.PaymentMethod.AT_HALL)
    address = reverse("market:cancel", args=[order.token])
    assert address in text(client.get(order.get_absolute_url()))
    assert "ne peuvent pas être repris" in text(client.get(address))
    assert client.post(address).status_code == 303
    assert "Cette commande est annulée" in text(client.get(order.get_absolute_url()))
    assert client.get(address).status_code == 303


def test_the_market_speaks_english(client, offer):
    answer = client.get(f"/en{offer.market_day.get_absolute_url()}")
    assert answer.status_code == 200
    assert offer.product.name_en in text(answer)


@pytest.mark.parametrize("many", [1, 40])
def test_a_public_page_asks_the_database_little_however_much_there_is(
    client, many, django_assert_max_num_queries
):
    day = MarketDayFactory()
    for pitch in range(1, 1 + many // 4 + 1):
        stall = StallFactory(market_day=day, pitch__number=pitch)
        for _ in range(min(many, 4)):
            take(client, OfferFactory(market_day=day, product__producer=stall.producer))
    assert Basket.objects.count() == 1
    for address in (day.get_absolute_url(), BASKET, CHECKOUT):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
    checkout(client)
    with django_assert_max_num_queries(12):
        client.get(Order.objects.get().get_absolute_url())
