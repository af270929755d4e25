"""Market days made from a pattern, and filled from another day in one step."""

from datetime import date, time, timedelta
from time import perf_counter

import pytest
from django.utils import timezone

from market import actions, rules
from market.models import MarketDay, Offer
from market.refusals import NothingPlannedError, SameDayError, WrongDayStateError
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    PitchFactory,
    PlaceFactory,
    ProducerFactory,
    ProductFactory,
    StallFactory,
)

pytestmark = pytest.mark.django_db
WINDOW = rules.Window(days_before=6, at=time(8), hours_before=12)
SATURDAYS = [date(2032, 3, 20), date(2032, 3, 27), date(2032, 4, 3)]


def plan(days=SATURDAYS, **given):
    place = given.pop("place", None) or PlaceFactory()
    hours = [
        (day, rules.hours_of(day, opens=time(8, 30), closes=time(12), window=WINDOW))
        for day in days
    ]
    return actions.plan_days(place=place, days=hours, **given)


def copy(day, source):
    return actions.copy_day(
        market_day_id=day.pk, from_day_id=source.pk, by=None, now=timezone.now()
    )


def test_days_of_a_pattern_are_drafts_with_their_slots():
    made = plan(slot_length=timedelta(minutes=60), slot_capacity=7)
    assert [day.date for day in made] == SATURDAYS
    assert {day.state for day in made} == {MarketDay.State.DRAFT}
    slots = list(made[0].slots.all())
    assert [slot.capacity for slot in slots] == [7, 7, 7]
    assert (slots[0].starts_at, slots[-1].ends_at) == (made[0].opens_at, made[0].closes_at)
    made[1].full_clean()  # the night the clocks change is no different


def test_a_date_already_taken_is_left_alone():
    first = plan(SATURDAYS[:1])[0]
    assert [day.date for day in plan()] == SATURDAYS[1:]
    assert first.slots.count() == 7
    with pytest.raises(NothingPlannedError):
        plan()


def test_stalls_come_from_a_model_day():
    stall = StallFactory()
    made = plan(place=stall.market_day.place, model_day_id=stall.market_day_id)
    for day in made:
        copied = day.stalls.get()
        assert (copied.producer, copied.pitch) == (stall.producer, stall.pitch)
        assert copied.confirmed_at is None


def last_and_next(**given):
    """Last week's day, and an empty draft in the same hall."""
    last = MarketDayFactory()
    return last, MarketDayFactory(place=last.place, state=MarketDay.State.DRAFT, **given)


def sell(day, **given):
    """A stall with one offer."""
    stall = StallFactory(market_day=day)
    return OfferFactory(market_day=day, product=ProductFactory(producer=stall.producer, **given))


def test_a_day_is_filled_from_another_in_one_step():
    last, draft = last_and_next()
    offer = sell(last)
    Offer.objects.update(reserved=3)
    copied = copy(draft, last)
    new = draft.offers.get()
    assert (new.product, new.price_cents, new.quantity) == (
        offer.product,
        offer.price_cents,
        offer.quantity,
    )
    assert (new.reserved, copied.stalls, copied.offers) == (0, 1, 1)
    assert draft.stalls.get().confirmed_at is None
    assert "1 offre" in draft.log.get().words


def test_done_twice_it_changes_nothing():
    last, draft = last_and_next()
    sell(last)
    copy(draft, last)
    draft.offers.update(price_cents=999)
    again = copy(draft, last)
    assert (again.stalls, again.offers) == (0, 0)
    assert draft.offers.get().price_cents == 999


def test_what_may_not_be_sold_is_left_out_and_named():
    last, draft = last_and_next()
    sell(last)
    nameless = sell(last, origin="")
    assert copy(draft, last).not_for_sale == [nameless.product]
    assert not draft.offers.filter(product=nameless.product).exists()


def test_a_stall_whose_pitch_is_anothers_stays_out_with_its_offers():
    last, draft = last_and_next()
    offer = sell(last)
    stall = last.stalls.get()
    StallFactory(market_day=draft, pitch=stall.pitch)
    copied = copy(draft, last)
    assert copied.without_pitch == [offer.product.producer]
    assert copied.offers == 0


def test_a_stall_of_another_hall_stays_out():
    last, draft = last_and_next()
    offer = sell(last)
    last.stalls.update(pitch=PitchFactory())
    assert copy(draft, last).without_pitch == [offer.product.producer]


def test_a_day_whose_orders_are_closed_is_not_filled():
    last, draft = last_and_next()
    MarketDay.objects.filter(pk=draft.pk).update(state=MarketDay.State.CLOSED)
    with pytest.raises(WrongDayStateError):
        copy(draft, last)
    with pytest.raises(SameDayError):
        copy(last, last)


def test_a_thousand_offers_take_the_questions_of_one(django_assert_max_num_queries):
    last, draft = last_and_next()
    stall = StallFactory(market_day=last, producer=ProducerFactory())
    products = [ProductFactory.build(producer=stall.producer) for _rank in range(1000)]
    type(products[0]).objects.bulk_create(products)
    Offer.objects.bulk_create(
        OfferFactory.build(market_day=last, product=product) for product in products
    )
    begun = perf_counter()
    with django_assert_max_num_queries(20):
        copied = copy(draft, last)
    assert copied.offers == 1000
    assert perf_counter() - begun < 20  # the figure comes from the load tests
