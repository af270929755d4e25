"""Each mail, as it leaves: in text and HTML, in the shopper's language, with the one link it needs."""

import pytest
from django.utils import translation

from commons.notices import letters as notices
from commons.notices.models import Message
from market import transitions
from market.models import Order
from tests.market.factories import OfferFactory, basket_of, order_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return order_of(basket_of((OfferFactory(), 2)), Order.PaymentMethod.AT_HALL)


def mail_of(order, what):
    transitions.tell(order, what)
    message = Message.objects.get(kind=f"market.{what}")
    letter = notices.compose(message)
    return notices.as_email(letter, message=message) if letter else None


def test_the_receipt_names_number_lines_sellers_total_and_pick_up(order):
    mail = mail_of(order, "receipt")
    html = mail.alternatives[0].content
    for words in (mail.body, html):
        for fact in (order.number, "Poireaux", "EARL", "5,20", "5,5", "Retrait", "Vous paierez"):
            assert fact in words
        assert f"http://testserver{order.get_absolute_url()}" in words
    assert order.number in mail.subject


def test_a_receipt_is_not_sent_for_an_order_that_is_no_more(order):
    Order.objects.update(state=Order.State.CANCELLED)
    assert mail_of(order, "receipt") is None


@pytest.mark.parametrize(
    ("what", "state", "said"),
    [
        ("expired", Order.State.EXPIRED, "rien ne vous est demandé"),
        ("paid-too-late", Order.State.EXPIRED, "la somme entière est rendue"),
        ("cancelled", Order.State.CANCELLED, "retournés à la vente"),
    ],
)
def test_bad_news_is_said_plainly(order, what, state, said):
    Order.objects.update(state=state)
    mail = mail_of(order, what)
    assert said in mail.body
    assert said in mail.alternatives[0].content
    assert order.number in mail.subject


def test_a_day_called_off_is_named_in_the_mail(order):
    order.market_day.state = "cancelled"
    order.market_day.save()
    assert "n’aura pas lieu" in mail_of(order, "cancelled").body


def test_an_english_order_keeps_english_names():
    with translation.override("en"):
        order = order_of(basket_of((OfferFactory(), 1)))
    assert order.lines.get().name.startswith("Leeks")
