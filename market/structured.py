"""The market as search engines and shared links tell it: its days, its products and their prices."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from commons.cms import structured
from commons.cms.cards import Card, number
from commons.cms.sharing import Sharing
from commons.cms.spoken import say_day, say_hours
from commons.cms.structured import Thing, absolute
from commons.places.models import House
from market.models import Collective, MarketDay, Offer, Producer, ProducerPage, Product
from market.sellers import seller_of

DAY, PRODUCT, PRODUCER = "marche", "produit", "producteur"

# What a price buys, in the codes of UN/ECE Recommendation 20.
UNIT_CODES = {"kg": "KGM", "litre": "LTR"}
ONE_PIECE = "C62"


def market_day(shown: MarketDay, *, house: House) -> Thing:
    """A day of market, free to walk in."""
    return structured.event(
        kind="SaleEvent",
        name=_title(shown),
        path=shown.get_absolute_url(),
        starts_at=shown.opens_at,
        ends_at=shown.closes_at,
        where=shown.place,
        is_cancelled=shown.state == MarketDay.State.CANCELLED,
        description=_describe(shown),
        image=[absolute(card_of_day(shown).address)],
        organizer=structured.house(house),
        isAccessibleForFree=True,
    )


def product(shown: Product, *, offers: Sequence[Offer], collective: Collective, path: str) -> Thing:
    """A product and what it costs on each day to come. ``offers`` come with their day and its place.

    What the law wants beside the price is said here too: origin, allergens, class, a valid certificate.
    """
    return {
        "@type": "Product",
        "name": shown.name,
        "description": shown.description or shown.name,
        "url": absolute(path),
        "image": [absolute(card_of_product(shown).address)],
        "category": str(shown.get_category_display()),
        "manufacturer": structured.organisation(shown.producer.name),
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in _facts(shown)
            if value
        ],
        **_certification(shown, days=[offer.market_day.date for offer in offers]),
        **(
            {"offers": [_offer(offer, collective=collective, path=path) for offer in offers]}
            if offers
            else {}
        ),
    }


def _facts(shown: Product) -> list[tuple[str, str]]:
    return [
        (_("Origine"), shown.origin),
        (_("Variété"), shown.variety),
        (_("Catégorie"), shown.grade),
        (_("Allergènes"), shown.allergens),
    ]


def _certification(shown: Product, *, days: Sequence[date]) -> Thing:
    """« Bio » only while the certificate is valid on every day of sale told here."""
    if not days or shown.certificate_until is None:
        return {}
    if not all(shown.is_organic_on(day) for day in days):
        return {}
    return {
        "hasCertification": {
            "@type": "Certification",
            "name": _("Agriculture biologique"),
            "issuedBy": structured.organisation(shown.certifier),
            "expires": shown.certificate_until.isoformat(),
        }
    }


def _offer(offer: Offer, *, collective: Collective, path: str) -> Thing:
    """One day's price. The seller is the seller of record, who may be the collective."""
    day = offer.market_day
    return {
        "@type": "Offer",
        "url": absolute(path),
        "price": structured.euros(offer.price_cents),
        "priceCurrency": structured.CURRENCY,
        "availability": structured.availability(is_available=offer.left > 0),
        "validFrom": structured.moment(day.orders_open_at),
        "priceValidUntil": day.date.isoformat(),
        "availabilityStarts": structured.moment(day.opens_at),
        "availabilityEnds": structured.moment(day.closes_at),
        "availableAtOrFrom": structured.place(day.place),
        "seller": structured.organisation(
            seller_of(offer.product.producer, collective=collective).name
        ),
        "priceSpecification": _price_specification(offer),
    }


def _price_specification(offer: Offer) -> Thing:
    """The price, and the quantity it buys; beside it one kilogram or litre, which the law compares by."""
    bought, code = _bought(offer.product)
    reference = _quantity(bought, code)
    if code != ONE_PIECE:
        reference["valueReference"] = _quantity(Decimal(1), code)
    return {
        "@type": "UnitPriceSpecification",
        "price": structured.euros(offer.price_cents),
        "priceCurrency": structured.CURRENCY,
        "valueAddedTaxIncluded": True,
        "unitText": str(offer.product.get_unit_display()),
        "referenceQuantity": reference,
    }


def _quantity(value: Decimal, code: str) -> Thing:
    return {"@type": "QuantitativeValue", "value": f"{value.normalize():f}", "unitCode": code}


def _bought(shown: Product) -> tuple[Decimal, str]:
    if shown.unit in UNIT_CODES:
        return Decimal(1), UNIT_CODES[shown.unit]
    if shown.pack_size is not None:
        return shown.pack_size, UNIT_CODES[shown.pack_unit]
    return Decimal(1), ONE_PIECE


def sharing_of_day(shown: MarketDay, *, house: House) -> Sharing:
    """What the page of a day says of itself."""
    return Sharing(
        title=_title(shown),
        description=_describe(shown),
        card=card_of_day(shown),
        things=(market_day(shown, house=house),),
    )


def sharing_of_product(
    shown: Product, *, offers: Sequence[Offer], collective: Collective, path: str
) -> Sharing:
    """What the page of a product says of itself."""
    return Sharing(
        title=f"{shown.name}, {shown.producer.name}",
        description=shown.description or _origin(shown),
        card=card_of_product(shown),
        things=(product(shown, offers=offers, collective=collective, path=path),),
    )


def producer(shown: Producer, *, description: str) -> Thing:
    """Who sells. Only their town is public: nobody visits a farm because a machine read its street."""
    return structured.organisation(
        shown.name,
        legalName=shown.legal_name,
        url=absolute(shown.get_absolute_url()),
        description=description,
        image=[absolute(card_of_producer(shown).address)],
        address={
            "@type": "PostalAddress",
            "addressLocality": shown.town,
            "addressCountry": structured.COUNTRY,
        },
    )


def sharing_of_producer(shown: Producer, *, story: ProducerPage | None) -> Sharing:
    """What the page of a producer says of itself; the editors' words go before the row's."""
    told = (story.search_description or story.lead) if story else ""
    description = told or shown.story or _where(shown)
    return Sharing(
        title=(story.seo_title or story.title) if story else shown.name,
        description=description,
        card=card_of_producer(shown),
        things=(producer(shown, description=description),),
    )


def card_of_day(shown: MarketDay) -> Card:
    hours = say_hours(shown.opens_at, shown.closes_at)
    return Card(
        kind=DAY,
        key=shown.date.isoformat(),
        title=_title(shown),
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
        line=_origin(shown),
        trade="market",
        pictogram=shown.drawing,
    )


def card_of_producer(shown: Producer) -> Card:
    return Card(
        kind=PRODUCER,
        key=str(shown.pk),
        title=shown.name,
        line=_where(shown),
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


def _where(shown: Producer) -> str:
    return _("%(town)s, à %(km)d km de la halle") % {"town": shown.town, "km": shown.distance_km}


def _title(shown: MarketDay) -> str:
    return _("Marché du %(day)s") % {"day": say_day(shown.date)}


def _describe(shown: MarketDay) -> str:
    return _("Ce qui se vend sous la halle le %(day)s, étal par étal, à commander d’avance.") % {
        "day": say_day(shown.date)
    }


def _origin(shown: Product) -> str:
    return f"{shown.producer.name}, {shown.producer.town}"
