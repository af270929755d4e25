"""Days, products and producers in the vocabulary that search engines share."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from commons.cms import structured
from commons.cms.structured import Thing, absolute
from commons.places.models import House
from market.models import Collective, MarketDay, Offer, Producer, Product
from market.sellers import seller_of
from market.structured.cards import card_of_day, card_of_producer, card_of_product
from market.structured.words import title_of_day, words_of_day

# What a price buys, in the codes of UN/ECE Recommendation 20.
UNIT_CODES = {"kg": "KGM", "litre": "LTR"}
ONE_PIECE = "C62"


def market_day(shown: MarketDay, *, house: House) -> Thing:
    """A day of market, free to walk in."""
    return structured.event(
        kind="SaleEvent",
        name=title_of_day(shown),
        path=shown.get_absolute_url(),
        starts_at=shown.opens_at,
        ends_at=shown.closes_at,
        where=shown.place,
        is_cancelled=shown.is_cancelled,
        description=words_of_day(shown),
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
        (_("Origine"), shown.whence),
        (_("Variété"), shown.variety),
        (_("Catégorie"), shown.grade),
        (_("Allergènes"), shown.allergens),
    ]


def _certification(shown: Product, *, days: Sequence[date]) -> Thing:
    """« Bio » only while the certificate is valid on every day of sale told here."""
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
