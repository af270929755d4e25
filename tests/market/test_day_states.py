"""A market day from its draft to its end: by hand, by the clock, and never from the wrong place."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from commons.notices.actions import deliver
from commons.notices.models import Message
from market import actions, queries, tasks
from market.models import DayLogLine, MarketDay, Order
from market.refusals import (
    AfterOpeningError,
    DayIsOverError,
    NotOpenYetError,
    OrdersClosedError,
    ReasonMissingError,
    WindowOverError,
    WrongDayStateError,
)
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    StallFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db
State = MarketDay.State


def verb(name, day, *, now=None, **given):
    return getattr(actions, name)(market_day_id=day.pk, by=None, now=now or timezone.now(), **given)


def after(day, **later):
    return day.closes_at + timedelta(**later)


VERBS = {
    "open_orders": ({State.DRAFT}, State.OPEN, lambda day: {}),
    "close_orders": ({State.OPEN}, State.CLOSED, lambda day: {}),
    "reopen_orders": (
        {State.CLOSED, State.PREPARING},
        State.OPEN,
        lambda day: {"until": day.orders_close_at},
    ),
    "start_preparing": (
        {State.OPEN, State.CLOSED},
        State.PREPARING,
        lambda day: {"now": day.orders_close_at},
    ),
    "finish_day": (set(MarketDay.COMING), State.DONE, lambda day: {"now": day.opens_at}),
    "call_off": (
        {State.DRAFT, *MarketDay.COMING},
        State.CANCELLED,
        lambda day: {"reason": "La Saône déborde."},
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_each_verb_starts_from_where_it_may(name):
    starts_from, leads_to, given = VERBS[name]
    for state in State:
        day = MarketDayFactory(state=state)
        if state in starts_from:
            assert verb(name, day, **given(day)).state == leads_to
            assert day.log.count() == 1
        else:
            with pytest.raises(WrongDayStateError):
                verb(name, day, **given(day))
            assert MarketDay.objects.get(pk=day.pk).state == state


def test_a_day_is_not_announced_once_its_window_is_over():
    day = MarketDayFactory(state=State.DRAFT)
    with pytest.raises(WindowOverError):
        verb("open_orders", day, now=day.orders_close_at)


def test_orders_closed_early_are_closed_for_everybody():
    offer = OfferFactory()
    basket = basket_of((offer, 1))
    verb("close_orders", offer.market_day)
    with pytest.raises(OrdersClosedError):
        order_of(basket, Order.PaymentMethod.AT_HALL)
    assert queries.next_day_to_order(at=timezone.now()) is None
    assert queries.next_market_day(at=timezone.now()) == offer.market_day


def test_they_reopen_until_another_hour_before_the_hall_opens():
    offer = OfferFactory(market_day__state=State.PREPARING)
    day = offer.market_day
    with pytest.raises(WindowOverError):
        verb("reopen_orders", day, until=timezone.now())
    with pytest.raises(AfterOpeningError):
        verb("reopen_orders", day, until=day.opens_at + timedelta(minutes=1))
    verb("reopen_orders", day, until=day.opens_at)
    assert order_of(basket_of((offer, 1)), Order.PaymentMethod.AT_HALL)


def test_nothing_is_prepared_while_orders_are_taken():
    with pytest.raises(WrongDayStateError):
        verb("start_preparing", MarketDayFactory())


def test_a_market_is_not_over_before_it_opened():
    day = MarketDayFactory(state=State.PREPARING)
    with pytest.raises(NotOpenYetError):
        verb("finish_day", day)


def test_calling_off_says_why_and_comes_before_the_end():
    day = MarketDayFactory()
    with pytest.raises(ReasonMissingError):
        verb("call_off", day, reason="  ")
    with pytest.raises(DayIsOverError):
        verb("call_off", day, reason="Trop tard.", now=day.closes_at)


def test_the_shoppers_mail_says_why(mailoutbox):
    order = order_of(basket_of((OfferFactory(), 1)), Order.PaymentMethod.AT_HALL)
    assert queries.called_off_at_what_cost(order.market_day) == (1, 0)
    verb("call_off", order.market_day, reason="La Saône déborde.")
    tasks.call_off_orders()
    message = Message.objects.get(key=f"order:{order.pk}:cancelled")
    deliver(message_id=message.pk)
    mail = mailoutbox[-1]
    assert "La Saône déborde." in mail.body
    assert "La Saône déborde." in mail.alternatives[0][0]


def test_the_clock_closes_a_window_and_ends_a_day():
    day = MarketDayFactory()
    actions.follow_the_clock(market_day_id=day.pk, now=day.orders_close_at - timedelta(seconds=1))
    assert MarketDay.objects.get(pk=day.pk).state == State.OPEN
    for now, state in (
        (day.orders_close_at, State.CLOSED),
        (after(day, hours=1), State.CLOSED),
        (after(day, hours=20), State.DONE),
    ):
        actions.follow_the_clock(market_day_id=day.pk, now=now)
        assert MarketDay.objects.get(pk=day.pk).state == state
    assert [line.by for line in day.log.all()] == [None, None]


def test_the_sweeper_finds_the_days_that_are_due():
    day, draft = MarketDayFactory(), MarketDayFactory(state=State.DRAFT)
    tasks.turn_days()
    assert not DayLogLine.objects.exists()
    with time_machine.travel(after(day, days=400)):
        tasks.turn_days()
    assert MarketDay.objects.get(pk=day.pk).state == State.DONE
    assert MarketDay.objects.get(pk=draft.pk).state == State.DRAFT


def test_a_closed_or_prepared_day_is_still_shown(client):
    for state in (State.CLOSED, State.PREPARING):
        day = MarketDayFactory(state=state)
        StallFactory(market_day=day)
        page = client.get(day.get_absolute_url()).content.decode()
        assert "Les commandes sont closes" in page
        assert day in queries.coming_days(at=timezone.now(), limit=9)


def test_a_day_that_was_held_stays_to_be_read(client):
    day = MarketDayFactory(state=State.DONE)
    assert client.get(day.get_absolute_url()).status_code == 200
    assert queries.next_market_day(at=timezone.now()) is None
