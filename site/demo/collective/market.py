"""The hall's producers and products, and three market days: the last, the next, the one after."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from commons.places.models import Place
from commons.plants.models import Plant
from demo.collective import places
from demo.collective.goods import MAKERS, Good, Maker
from market.models import Collective, MarketDay, Offer, Producer, Product, Stall

SATURDAY = 5
OPENS, CLOSES = time(9), time(12, 30)
ORDERS_OPEN_DAYS_BEFORE = 12
ORDERS_CLOSE = time(20)  # on the eve
CERTIFIER = "FR-BIO-00 (fictif)"

COLLECTIVE = {
    "legal_name": "Association Halle & Jardins de Val-des-Lônes",
    "address": "12 place du Confluent, 69999 Val-des-Lônes",
    "siret": "000 000 000 00000",
    "email": "bonjour@valdeslones.example",
    "vat_mention": "TVA comprise",
    "mediator": "Médiation de la consommation des Lônes, 1 quai du Bac, 69999 Val-des-Lônes",
}


def load(now: datetime) -> None:
    """Who sells what, then the days that have come into sight."""
    _introduce_collective()
    products = [pair for maker in MAKERS for pair in _maker(maker, today=timezone.localdate(now))]
    for day in _days(now):
        _market_day(day, products=products)


def _introduce_collective() -> None:
    collective = Collective.load()
    if not collective.legal_name:
        for name, words in COLLECTIVE.items():
            setattr(collective, name, words)
        collective.save()


def _maker(maker: Maker, *, today: date) -> list[tuple[Product, Good]]:
    producer, _created = Producer.objects.get_or_create(
        slug=maker.slug,
        defaults={
            "name": maker.name,
            "town": maker.town,
            "distance_km": maker.km,
            "story_fr": maker.story_fr,
            "story_en": maker.story_en,
            "pictogram": maker.pictogram,
            "legal_name": maker.legal_name,
            "settlement": maker.settlement,
            "vat_regime": maker.vat_regime,
            "vat_mention": maker.vat_mention,
            "account_ref": f"acct_demo_{maker.slug.replace('-', '_')}",
        },
    )
    return [
        (_product(good, producer=producer, organic=maker.organic, today=today), good)
        for good in maker.goods
    ]


def _product(good: Good, *, producer: Producer, organic: bool, today: date) -> Product:
    certificate = (
        {"organic": True, "certifier": CERTIFIER, "certificate_until": today + timedelta(days=300)}
        if organic
        else {}
    )
    product, _created = Product.objects.get_or_create(
        producer=producer,
        name_fr=good.fr,
        defaults={
            "plant": Plant.objects.filter(slug=good.plant).first() if good.plant else None,
            "name_en": good.en,
            "category": good.category,
            "unit": good.unit,
            "allergens_fr": "aucun",
            "allergens_en": "none",
            **certificate,
            **good.more,
        },
    )
    return product


def _days(now: datetime) -> list[date]:
    """Last Saturday, the next one that still takes orders, and the one after."""
    today = timezone.localdate(now)
    coming = today + timedelta(days=(SATURDAY - today.weekday()) % 7)
    if now >= _at(coming - timedelta(days=1), ORDERS_CLOSE):
        coming += timedelta(weeks=1)
    week = timedelta(weeks=1)
    return [coming - week, coming, coming + week]


def _market_day(day: date, *, products: list[tuple[Product, Good]]) -> None:
    """A day with its stalls and what is in season on it; a day that is there is left alone."""
    market_day, created = MarketDay.objects.get_or_create(
        date=day,
        defaults={
            "place": Place.objects.get(name=places.HALL),
            "opens_at": _at(day, OPENS),
            "closes_at": _at(day, CLOSES),
            "orders_open_at": _at(day - timedelta(days=ORDERS_OPEN_DAYS_BEFORE), OPENS),
            "orders_close_at": _at(day - timedelta(days=1), ORDERS_CLOSE),
            "state": MarketDay.State.OPEN,
        },
    )
    if not created:
        return
    Stall.objects.bulk_create(
        Stall(market_day=market_day, producer=Producer.objects.get(slug=maker.slug), pitch=pitch)
        for pitch, maker in enumerate(MAKERS, start=1)
    )
    Offer.objects.bulk_create(
        Offer(
            market_day=market_day,
            product=product,
            price_cents=good.cents,
            quantity=Decimal(good.brought),
        )
        for product, good in products
        if _is_in_season(product, day.month)
    )


def _is_in_season(product: Product, month: int) -> bool:
    return not product.season or month in product.season


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
