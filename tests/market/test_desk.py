"""The volunteers' screens: what they may change, and what they cannot break."""

from datetime import timedelta
from decimal import Decimal

import pytest
from wagtail.models import Locale

from commons.people.models import Person
from market.guards import stock
from market.models import MarketDay, Offer, Order, Product
from tests.market.factories import (
    MarketDayFactory,
    OfferFactory,
    PitchFactory,
    PlaceFactory,
    ProducerFactory,
    basket_of,
    order_of,
)

pytestmark = pytest.mark.django_db
ROOMS = ["marketday", "offer", "product", "producer", "pitch", "landmark"]
DESK = "/gestion/snippets/market"


@pytest.fixture
def volunteer(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    Locale.objects.get_or_create(language_code="fr")
    client.force_login(Person.objects.create_superuser("zoe@exemple.fr", "x"))
    return client


@pytest.mark.parametrize("room", [*ROOMS, "order"])
def test_every_room_of_the_desk_opens(volunteer, room):
    order_of(basket_of((OfferFactory(), 1)))
    assert volunteer.get(f"{DESK}/{room}/").status_code == 200


@pytest.mark.parametrize("room", ROOMS)
def test_every_form_of_the_desk_opens(volunteer, room):
    assert volunteer.get(f"{DESK}/{room}/add/").status_code == 200


def test_an_order_is_looked_at_never_edited(volunteer):
    order = order_of(basket_of((OfferFactory(), 1)))
    assert volunteer.get(f"{DESK}/order/inspect/{order.pk}/").status_code == 200
    assert volunteer.get(f"{DESK}/order/edit/{order.pk}/").status_code == 302
    assert volunteer.get(f"{DESK}/order/add/").status_code == 302


def test_an_order_is_not_deleted_in_a_selection_either(volunteer):
    order = order_of(basket_of((OfferFactory(), 1)))
    volunteer.post(f"/gestion/bulk/market/order/delete/?id={order.pk}")
    assert Order.objects.filter(pk=order.pk).exists()


def test_the_link_of_an_order_stays_its_shoppers(volunteer):
    order = order_of(basket_of((OfferFactory(), 1)))
    assert order.token not in volunteer.get(f"{DESK}/order/inspect/{order.pk}/").content.decode()


def form_of(day):
    """What the form of a day holds, from nine to noon, without stalls nor slots."""
    return {
        "date": day.date.isoformat(),
        "place": day.place_id,
        "opens_at": f"{day.date} 09:00",
        "closes_at": f"{day.date} 12:00",
        "orders_open_at": f"{day.date} 06:00",
        "orders_close_at": f"{day.date} 08:00",
        **rows("stalls"),
        **rows("slots"),
    }


def rows(name, *lines):
    numbered = {
        f"{name}-{rank}-{field}": value
        for rank, line in enumerate(lines)
        for field, value in line.items()
    }
    return {
        f"{name}-TOTAL_FORMS": len(lines),
        f"{name}-INITIAL_FORMS": 0,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
        **numbered,
    }


def edit(volunteer, offer, **given):
    form = {"price_cents": 300, "quantity": "10", "on_sale": "on"} | given
    return volunteer.post(f"{DESK}/offer/edit/{offer.pk}/", form)


def test_editing_an_offer_keeps_what_orders_reserved(volunteer):
    offer = OfferFactory()
    order_of(basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    assert edit(volunteer, offer).status_code == 302
    offer.refresh_from_db()
    assert (offer.price_cents, offer.quantity, offer.reserved) == (300, 10, 4)


def test_an_offer_cannot_go_under_what_is_reserved(volunteer):
    offer = OfferFactory()
    order_of(basket_of((offer, 4)), Order.PaymentMethod.AT_HALL)
    answer = edit(volunteer, offer, quantity="3")
    assert "déjà réservé 4" in answer.content.decode()
    assert not stock.change(offer_id=offer.pk, price_cents=300, quantity=Decimal(3), on_sale=True)
    offer.refresh_from_db()
    assert (offer.quantity, offer.price_cents, offer.reserved) == (12, 260, 4)


def test_a_new_offer_is_made_by_the_desk(volunteer):
    known = OfferFactory()
    day = MarketDayFactory()
    form = {
        "market_day": day.pk,
        "product": known.product_id,
        "price_cents": 320,
        "quantity": "8",
        "on_sale": "on",
    }
    assert volunteer.post(f"{DESK}/offer/add/", form).status_code == 302
    assert Offer.objects.get(market_day=day).quantity == 8


def test_a_market_day_is_made_with_its_stalls(volunteer):
    day, producer = MarketDayFactory(), ProducerFactory()
    pitch = PitchFactory(place=day.place)
    form = form_of(day) | rows("stalls", {"producer": producer.pk, "pitch": pitch.pk})
    assert volunteer.post(f"{DESK}/marketday/edit/{day.pk}/", form).status_code == 302
    assert MarketDay.objects.get(pk=day.pk).stalls.get().pitch == pitch


def test_a_stall_stands_on_a_pitch_of_the_days_own_place(volunteer):
    day, elsewhere = MarketDayFactory(), PitchFactory()
    here = PitchFactory(place=day.place)
    page = volunteer.get(f"{DESK}/marketday/edit/{day.pk}/").content.decode()
    assert str(here) in page
    assert str(elsewhere) not in page
    stall = {"producer": ProducerFactory().pk, "pitch": elsewhere.pk}
    form = form_of(day) | rows("stalls", stall)
    assert volunteer.post(f"{DESK}/marketday/edit/{day.pk}/", form).status_code == 200
    assert not day.stalls.exists()


def test_a_new_day_gets_its_slots(volunteer):
    form = form_of(MarketDayFactory.build(place=PlaceFactory()))
    assert volunteer.post(f"{DESK}/marketday/add/", form).status_code == 302
    day = MarketDay.objects.get()
    assert day.state == MarketDay.State.DRAFT
    assert day.slots.count() == 6
    assert {slot.capacity for slot in day.slots.all()} == {20}


@pytest.mark.parametrize(
    ("starts", "ends", "answer"), [("09:00", "09:20", 302), ("11:50", "12:10", 200)]
)
def test_a_slot_stays_inside_its_days_hours(volunteer, starts, ends, answer):
    day = MarketDayFactory()
    slot = {"starts_at": f"{day.date} {starts}", "ends_at": f"{day.date} {ends}", "capacity": 5}
    form = form_of(day) | rows("slots", slot)
    response = volunteer.post(f"{DESK}/marketday/edit/{day.pk}/", form)
    assert response.status_code == answer
    if answer == 200:
        assert "sort des heures du marché" in response.content.decode()


def test_a_day_opens_on_its_own_date(volunteer):
    day = MarketDayFactory()
    form = form_of(day) | {"date": (day.date + timedelta(days=1)).isoformat()}
    answer = volunteer.post(f"{DESK}/marketday/edit/{day.pk}/", form)
    assert "ouvre et ferme à sa date" in answer.content.decode()


def test_a_product_made_at_the_desk_gets_its_address(volunteer):
    form = {
        "producer": ProducerFactory().pk,
        "name_fr": "Chou frisé",
        "category": "legumes",
        "unit": "piece",
        "step": "1",
        "origin": "France",
        "allergen_codes": ["aucun"],
        "vat_rate": "5.50",
    }
    assert volunteer.post(f"{DESK}/product/add/", form).status_code == 302
    assert Product.objects.get().slug == "chou-frise"
