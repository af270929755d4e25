"""The pictures that stand for a day, a product or a producer where their page is shared."""

from datetime import date

from commons.cms.cards import Card, number
from commons.cms.spoken import say_hours
from market.models import MarketDay, Producer, Product
from market.structured.words import title_of_day, where_from, where_it_is

DAY, PRODUCT, PRODUCER = "marche", "produit", "producteur"


def card_of_day(shown: MarketDay) -> Card:
    hours = say_hours(shown.opens_at, shown.closes_at)
    return Card(
        kind=DAY,
        key=shown.date.isoformat(),
        title=title_of_day(shown),
        line=f"{hours} · {shown.place.name}",
        trade="market",
        pictogram="panier",
    )


def card_of_product(shown: Product) -> Card:
    """Without its price, which differs by day and would make a picture of yesterday a lie."""
    return Card(
        kind=PRODUCT,
        key=str(shown.pk),
        title=shown.name,
        line=where_from(shown),
        trade="market",
        pictogram=shown.drawing,
    )


def card_of_producer(shown: Producer) -> Card:
    return Card(
        kind=PRODUCER,
        key=str(shown.pk),
        title=shown.name,
        line=where_it_is(shown),
        trade="market",
        pictogram=shown.pictogram or "panier",
    )


def load_day_card(key: str) -> Card | None:
    try:
        day = date.fromisoformat(key)
    except ValueError:
        return None
    found = MarketDay.objects.shown().select_related("place").filter(date=day).first()
    return card_of_day(found) if found else None


def load_product_card(key: str) -> Card | None:
    products = Product.objects.select_related("producer", "plant")
    found = products.filter(pk=number(key) or 0).first()
    return card_of_product(found) if found else None


def load_producer_card(key: str) -> Card | None:
    found = Producer.objects.filter(pk=number(key) or 0).first()
    return card_of_producer(found) if found else None
