"""The page where a card is asked for, and the one that waits for the bank's word."""

import re

import pytest
from django.urls import reverse

from commons.payments import provider
from commons.payments.actions import settle_intent
from commons.payments.models import Payment
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(stand_in):
    return order_of(basket_of((OfferFactory(), 2)))


def intent_of(order):
    return provider.read_intent(Payment.objects.get(subject_id=order.pk).provider_ref)


def test_the_card_form_opens_one_intent_however_often_it_is_shown(client, order):
    first, second = (client.get(order.get_absolute_url()) for _ in range(2))
    secret = intent_of(order).client_secret
    assert secret in first.content.decode()
    assert secret in second.content.decode()
    assert Payment.objects.count() == 1


def test_only_the_payment_page_lets_the_providers_script_in(client, order, stand_in, settings):
    settings.STRIPE_JS_URL = "https://js.stripe.com/v3/"
    policy = client.get(order.get_absolute_url()).headers["Content-Security-Policy"]
    script = re.search(r"script-src ([^;]*)", policy).group(1)
    assert "https://js.stripe.com" in script
    assert "'unsafe-inline'" not in script
    assert stand_in.url in re.search(r"connect-src ([^;]*)", policy).group(1)
    elsewhere = client.get("/marche/panier/").headers["Content-Security-Policy"]
    assert "stripe" not in elsewhere


def test_the_page_offers_to_pay_at_the_hall_without_a_script(client, order):
    page = client.get(order.get_absolute_url()).content.decode()
    address = reverse("market:pay_at_hall", args=[order.token])
    assert address in page
    assert "Le paiement par carte a besoin de JavaScript" in page
    answer = client.post(address)
    assert answer.status_code == 303
    assert "C’est commandé" in client.get(answer.url).content.decode()


def test_a_decline_is_said_in_plain_words(client, order, stand_in):
    client.get(order.get_absolute_url())
    with pytest.raises(Exception, match="insufficient"):
        stand_in.pay(intent_of(order).ref, card="pm_card_chargeDeclinedInsufficientFunds")
    page = client.get(order.get_absolute_url()).content.decode()
    assert "Le solde de la carte ne suffit pas." in page
    assert "Rien n’a été débité" in page


def test_the_return_waits_for_the_bank_and_confirms_nothing_itself(client, order, stand_in):
    client.get(order.get_absolute_url())
    stand_in.pay(intent_of(order).ref)
    news = reverse("market:order_news", args=[order.token])

    back = client.get(order.get_absolute_url(), {"redirect_status": "succeeded"})
    assert "Nous attendons le mot de la banque" in back.content.decode()
    assert "Où en est ma commande" in back.content.decode()
    assert client.get(news).status_code == 204

    settle_intent(intent_of(order))
    assert client.get(news).headers["HX-Refresh"] == "true"
    assert "Payée et confirmée" in client.get(order.get_absolute_url()).content.decode()


def test_a_provider_that_is_away_costs_a_sentence_not_the_order(client, order, settings):
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    answer = client.get(order.get_absolute_url())
    assert answer.status_code == 503
    assert "Rien n’a été débité" in answer.content.decode()
    assert reverse("market:pay_at_hall", args=[order.token]) in answer.content.decode()
    hall = client.post(reverse("market:pay_at_hall", args=[order.token]))
    assert "C’est commandé" in client.get(hall.url).content.decode()
