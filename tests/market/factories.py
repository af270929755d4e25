"""Rows for tests, consistent by construction: orders close before the hall opens, a pack says its size."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import factory
from django.utils import timezone

from commons.places.models import Place
from market import queries
from market.actions import place_order, set_basket_line
from market.models import Basket, MarketDay, Offer, Order, Pitch, Producer, Product, Stall
from market.orders import Shopper


class PlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Halle {n}")
    address = "12 rue de la Halle"
    postcode = "69000"
    city = "Val-des-Lônes"


class ProducerFactory(factory.django.DjangoModelFactory):
    """Paid by the provider, so that any basket may be paid by card."""

    class Meta:
        model = Producer

    name = factory.Sequence(lambda n: f"Ferme des Buis {n}")
    slug = factory.Sequence(lambda n: f"ferme-des-buis-{n}")
    town = "Saint-Clair"
    distance_km = 18
    legal_name = factory.LazyAttribute(lambda producer: f"EARL {producer.name}")
    siret = "12345678900011"
    settlement = Producer.Settlement.CONNECT
    account_ref = factory.Sequence(lambda n: f"acct_{n:016d}")


class ProductFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Product

    producer = factory.SubFactory(ProducerFactory)
    name_fr = factory.Sequence(lambda n: f"Poireaux {n}")
    name_en = factory.Sequence(lambda n: f"Leeks {n}")
    slug = factory.Sequence(lambda n: f"poireaux-{n}")
    category = Product.Category.VEGETABLES
    unit = Product.Unit.BUNCH
    pack_size = Decimal("1.000")
    pack_unit = Product.PackUnit.KG
    allergen_codes = factory.LazyFunction(lambda: ["aucun"])
    own_season = [1, 2, 3, 9, 10, 11, 12]


class MarketDayFactory(factory.django.DjangoModelFactory):
    """In three days, 9:00 to 12:30; orders are open until the evening two days before."""

    class Meta:
        model = MarketDay

    date = factory.Sequence(lambda n: timezone.localdate() + timedelta(days=3 + n % 300))
    place = factory.SubFactory(PlaceFactory)
    opens_at = factory.LazyAttribute(
        lambda day: timezone.make_aware(datetime.combine(day.date, time(9)))
    )
    closes_at = factory.LazyAttribute(lambda day: day.opens_at + timedelta(hours=3, minutes=30))
    orders_open_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    orders_close_at = factory.LazyAttribute(lambda day: day.opens_at - timedelta(hours=37))
    state = MarketDay.State.OPEN


class PitchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Pitch
        django_get_or_create = ("place", "number")

    place = factory.SubFactory(PlaceFactory)
    number = factory.Sequence(lambda n: n % 30000 + 1)
    x = factory.LazyAttribute(lambda pitch: 20 + (pitch.number - 1) % 6 * 50)
    y = factory.LazyAttribute(lambda pitch: 20 + (pitch.number - 1) // 6 % 100 * 60)
    width = 40
    height = 30


class StallFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Stall

    market_day = factory.SubFactory(MarketDayFactory)
    producer = factory.SubFactory(ProducerFactory)
    pitch = factory.SubFactory(PitchFactory, place=factory.SelfAttribute("..market_day.place"))


class OfferFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Offer

    market_day = factory.SubFactory(MarketDayFactory)
    product = factory.SubFactory(ProductFactory)
    price_cents = 260
    quantity = Decimal(12)


AMINA = Shopper(name="Amina Diallo", email="amina@exemple.fr")


def basket_of(*lines: tuple[Offer, object], visitor: UUID | None = None) -> Basket:
    """A basket filled the way people fill it: (offer, quantity) each."""
    visitor = visitor or uuid4()
    for offer, quantity in lines:
        basket = set_basket_line(
            visitor=visitor,
            offer_id=offer.pk,
            quantity=Decimal(str(quantity)),
            now=timezone.now(),
        )
    return basket


def order_of(basket: Basket, method: Order.PaymentMethod = Order.PaymentMethod.CARD) -> Order:
    """The order of a basket, at its total of now."""
    filled = queries.open_basket(visitor=basket.visitor)
    assert filled
    return place_order(
        basket_id=basket.pk,
        shopper=AMINA,
        payment_method=method,
        seen_total_cents=sum(line.total_cents for line in filled.lines.all()),
        now=timezone.now(),
    )
