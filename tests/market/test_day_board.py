"""The board of a market day, and what is done from it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from commons.notices.actions import deliver
from commons.notices.models import Message
from commons.payments.models import Payment, Refund
from market.models import DayLogLine, DayMessage, MarketDay, Offer, Order, PickUpSlot
from market.money import paying
from market.reports import board
from market.reports.order_story import story_of
from tests.content.desk import person_in
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    ProductFactory,
    StallFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db
DESK_S_OWN = 7  # session, person, rights, languages, menu
AT_HALL = Order.PaymentMethod.AT_HALL


@pytest.fixture
def coordinator(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(person_in("Marché"))
    return client


def address(name, day, *more):
    return reverse(f"market_desk:{name}", args=[day.pk, *more])


def sell(day, **given):
    stall = StallFactory(market_day=day, confirmed_at=timezone.now())
    product = ProductFactory(producer=stall.producer)
    return OfferFactory(market_day=day, product=product, **given)


def pay(order, cents, *, back=0, refused=0):
    payment = Payment.objects.create(
        kind=paying.KIND,
        subject_id=order.pk,
        description=order.number,
        payer_email=order.email,
        amount_cents=cents,
        state=Payment.State.SUCCEEDED,
    )
    for amount, state in ((back, Refund.State.SUCCEEDED), (refused, Refund.State.FAILED)):
        if amount:
            Refund.objects.create(payment=payment, amount_cents=amount, reason="test", state=state)


def test_the_board_counts_orders_money_and_what_is_left():
    day = MarketDayFactory()
    offer = sell(day, price_cents=300, quantity=10)
    order_of(basket_of((offer, 2)), AT_HALL)
    awaiting = order_of(basket_of((offer, 3)))
    Payment.objects.filter(subject_id=awaiting.pk).delete()
    pay(awaiting, 900, back=200, refused=50)
    found = board.board_of(day)
    assert (found.orders.placed, found.orders.awaiting, found.orders.cancelled) == (1, 1, 0)
    assert (found.orders.ordered_cents, found.orders.at_hall_cents) == (600, 600)
    assert (found.money.paid, found.money.given_back, found.money.refused) == (900, 200, 50)
    brings = found.producers[0]
    assert (brings.offers, brings.lines, brings.ordered_cents) == (1, 1, 600)
    assert brings.left_cents == 5 * 300


def test_who_has_not_answered_is_named():
    day = MarketDayFactory()
    sell(day)
    silent = StallFactory(market_day=day)
    assert [one.producer_id for one in board.board_of(day).silent] == [silent.producer_id]


def test_a_producer_with_offers_and_no_stall_is_told_too():
    offer = OfferFactory()
    brings = board.board_of(offer.market_day).producers[0]
    assert (brings.name, brings.stall) == (offer.product.producer.name, None)


def test_the_board_asks_no_more_when_the_day_grows(coordinator, django_assert_max_num_queries):
    day = MarketDayFactory()
    for _rank in range(6):
        order_of(basket_of((sell(day), 1)), AT_HALL)
    coordinator.get(address("board", day))  # what is kept from one screen to the next
    with django_assert_max_num_queries(DESK_S_OWN + 6):
        page = coordinator.get(address("board", day)).content.decode()
    assert "Clore les commandes" in page


def test_the_menu_leads_to_the_day_that_comes(coordinator):
    MarketDayFactory(state=MarketDay.State.CANCELLED)
    assert coordinator.get(reverse("market_desk:today")).url.endswith("/marketday/")
    day = MarketDayFactory()
    assert coordinator.get(reverse("market_desk:today")).url == address("board", day)


@pytest.mark.parametrize(
    ("state", "verb", "after"),
    [
        ("draft", "announce", "open"),
        ("open", "close", "closed"),
        ("closed", "prepare", "preparing"),
    ],
)
def test_a_step_asks_then_moves_the_day(coordinator, state, verb, after):
    day = MarketDayFactory(state=state)
    assert coordinator.get(address(verb, day)).status_code == 200
    assert coordinator.post(address(verb, day)).url == address("board", day)
    day.refresh_from_db()
    assert day.state == after
    assert DayLogLine.objects.get().by.email == "marché@exemple.fr"


def test_a_step_from_the_wrong_place_says_so(coordinator):
    day = MarketDayFactory(state="done")
    answer = coordinator.post(address("close", day))
    assert answer.status_code == 422
    assert "« terminé »" in answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def test_reopening_asks_until_when(coordinator):
    day = MarketDayFactory(state="closed")
    late = {"until": f"{day.opens_at + timedelta(days=1):%Y-%m-%d %H:%M}"}
    assert "au plus tard" in coordinator.post(address("reopen", day), late).content.decode()
    good = {"until": f"{timezone.localtime(day.opens_at):%Y-%m-%d %H:%M}"}
    assert coordinator.post(address("reopen", day), good).status_code == 302


def test_calling_off_says_what_it_costs_and_asks_twice(coordinator):
    order = order_of(basket_of((OfferFactory(), 1)), AT_HALL)
    pay(order, 260)
    day = order.market_day
    page = coordinator.get(address("call_off", day)).content.decode()
    assert "1 commande est annulée" in page
    assert "2,60" in page
    answer = coordinator.post(address("call_off", day), {"reason": "Crue."})
    assert answer.status_code == 422
    coordinator.post(address("call_off", day), {"reason": "Crue.", "meant": "on"})
    day.refresh_from_db()
    assert (day.state, day.called_off_because) == ("cancelled", "Crue.")


def test_an_answer_given_otherwise_is_noted(coordinator):
    stall = StallFactory()
    coordinator.post(address("answer", stall.market_day, stall.pk))
    stall.refresh_from_db()
    assert stall.confirmed_at
    assert DayLogLine.objects.get().words == stall.producer.name


def test_saving_an_offer_is_an_answer(coordinator):
    stall = StallFactory()
    offer = OfferFactory(
        market_day=stall.market_day, product=ProductFactory(producer=stall.producer)
    )
    form = {"price_cents": 300, "quantity": "10", "on_sale": "on"}
    coordinator.post(f"/gestion/snippets/market/offer/edit/{offer.pk}/", form)
    stall.refresh_from_db()
    assert stall.confirmed_at


def test_another_day_is_taken_over_from_the_board(coordinator):
    last = MarketDayFactory()
    draft = MarketDayFactory(place=last.place, state="draft")
    sell(last)
    page = coordinator.get(address("copy", draft)).content.decode()
    assert f'value="{last.pk}" selected' in page
    answer = coordinator.post(address("copy", draft), {"source": last.pk}, follow=True)
    assert "1 étals et 1 offres" in answer.content.decode()
    assert Offer.objects.filter(market_day=draft).count() == 1


PATTERN = {
    "first": "2031-05-01",
    "until": "2031-05-15",
    "weeks": "1",
    "skip_holidays": "on",
    "opens": "08:30",
    "closes": "12:30",
    "days_before": "6",
    "orders_open": "08:00",
    "hours_before": "12",
    "slot_minutes": "30",
    "slot_capacity": "20",
}


def test_a_pattern_is_shown_then_made(coordinator):
    stall = StallFactory()
    form = PATTERN | {"place": stall.market_day.place_id, "model_day": stall.market_day_id}
    plan = reverse("market_desk:plan")
    page = coordinator.post(plan, form).content.decode()
    assert 'value="2031-05-15" checked' in page
    assert 'value="2031-05-08"' not in page  # a holiday, as the first of May
    assert not MarketDay.objects.filter(date__year=2031).exists()
    answer = coordinator.post(plan, form | {"plan": "1", "day": ["2031-05-15"]})
    assert answer.status_code == 302
    assert MarketDay.objects.get(date__year=2031).stalls.count() == 1


def test_orders_that_would_close_before_they_open_are_refused(coordinator):
    form = PATTERN | {"place": MarketDayFactory().place_id, "days_before": "0"}
    answer = coordinator.post(reverse("market_desk:plan"), form)
    assert "closes avant d’ouvrir" in answer.content.decode()


def write(coordinator, day, query="", **given):
    form = {"subject": "Le pain manque", "words": "Le four est en panne."} | given
    return coordinator.post(address("message", day) + query, form)


def test_a_message_is_read_again_then_leaves_once(coordinator):
    day = MarketDayFactory()
    offer = sell(day)
    order_of(basket_of((offer, 1)), AT_HALL)
    order_of(basket_of((offer, 1)), AT_HALL)  # the same person ordered twice
    page = coordinator.get(address("message", day))
    key = str(page.context["form"].initial["form_key"])
    preview = write(coordinator, day, form_key=key).content.decode()
    assert "1 personne le recevra" in preview
    assert not DayMessage.objects.exists()
    for _click in range(2):
        assert write(coordinator, day, form_key=key, send="1").status_code == 302
    message = DayMessage.objects.get()
    assert message.copies.count() == 1
    assert "à 1 personne" in DayLogLine.objects.get().words


def test_a_message_goes_to_those_of_one_producer(coordinator):
    day = MarketDayFactory()
    bread, honey = sell(day), sell(day)
    order_of(basket_of((bread, 1)), AT_HALL)
    query = f"?producer={honey.product.producer_id}"
    key = "0f6e9d0e-9d37-4c39-8f3e-6d64c0e1f2a3"
    answer = write(coordinator, day, query, form_key=key, send="1")
    assert "Personne n’a d’adresse e-mail ici" in answer.content.decode()
    query = f"?producer={bread.product.producer_id}"
    assert write(coordinator, day, query, form_key=key, send="1").status_code == 302


def test_the_mail_names_its_order_and_nobody_else(mailoutbox, coordinator):
    day = MarketDayFactory()
    order = order_of(basket_of((sell(day), 1)), AT_HALL)
    write(coordinator, day, form_key="0f6e9d0e-9d37-4c39-8f3e-6d64c0e1f2a3", send="1")
    message = Message.objects.get(kind="market.day-message")
    deliver(message_id=message.pk)
    mail = mailoutbox[-1]
    assert mail.to == [order.email]
    assert "Le four est en panne." in mail.body
    assert order.number in mail.body
    assert [
        moment
        for moment in story_of(order, tells_cards=False).moments
        if "message de la halle" in moment.words
    ]


def test_a_slot_says_how_many_come(coordinator):
    day = MarketDayFactory()
    offer = sell(day)
    order = order_of(basket_of((offer, 1)), AT_HALL)
    slot = PickUpSlot.objects.create(
        market_day=day, starts_at=day.opens_at, ends_at=day.closes_at, capacity=1
    )
    Order.objects.filter(pk=order.pk).update(slot=slot)
    page = coordinator.get(address("board", day)).content.decode()
    assert "1 / 1" in page
    assert "Complet" in page
    assert (
        "1 personne le recevra"
        in coordinator.get(f"{address('message', day)}?slot={slot.pk}").content.decode()
    )
    assert coordinator.get(f"{address('message', day)}?slot=0").status_code == 404


def test_an_order_is_changed_with_a_reason(coordinator):
    offer = sell(MarketDayFactory())
    order = order_of(basket_of((offer, 3)), AT_HALL)
    change = reverse("market_desk:change_order", args=[order.pk])
    line = order.lines.get()
    assert "Ferme" not in coordinator.get(change).context["form"].fields
    answer = coordinator.post(change, {f"line_{line.pk}": "2"})
    assert answer.status_code == 422  # without a reason
    coordinator.post(change, {f"line_{line.pk}": "2", "reason": "Une botte abîmée."})
    offer.refresh_from_db()
    assert offer.reserved == 2
    screen = reverse("wagtailsnippets_market_order:inspect", args=[order.pk])
    assert "Une botte abîmée." in coordinator.get(screen).content.decode()


def test_a_change_that_stock_forbids_is_said(coordinator):
    offer = sell(MarketDayFactory(), quantity=3)
    order = order_of(basket_of((offer, 3)), AT_HALL)
    change = reverse("market_desk:change_order", args=[order.pk])
    given = {f"line_{order.lines.get().pk}": "9", "reason": "Elle en veut plus."}
    answer = coordinator.post(change, given)
    assert answer.status_code == 422
    assert "reste pas assez" in answer.content.decode()


def test_an_order_is_cancelled_with_a_reason(coordinator):
    order = order_of(basket_of((sell(MarketDayFactory()), 1)), AT_HALL)
    cancel = reverse("market_desk:cancel_order", args=[order.pk])
    assert coordinator.post(cancel, {"reason": "Demandé au guichet."}).status_code == 422
    coordinator.post(cancel, {"reason": "Demandé au guichet.", "meant": "on"})
    order.refresh_from_db()
    assert (order.state, order.called_off_because) == ("cancelled", "Demandé au guichet.")


def test_others_do_not_open_the_board(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    day = MarketDayFactory()
    for role in ("Production", "Accueil", "Trésorerie"):
        client.force_login(person_in(role))
        assert client.get(address("board", day)).status_code in (302, 403)
        assert client.post(address("close", day)).status_code in (302, 403)
    day.refresh_from_db()
    assert day.state == "open"
