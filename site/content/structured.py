"""The pages of the collective as search engines read them: the hall itself, its news, its places."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from commons.cms import structured
from commons.cms.cards import Card, number
from commons.cms.sharing import Sharing
from commons.cms.structured import Thing, absolute
from commons.places.models import House, Place
from content.models.partners import Partner
from market.models import MarketDay

PARTNER = "partenaire"


def hall(house: House, *, days: Iterable[MarketDay], image: str) -> Thing:
    """The hall, open on its market days: hours are told date by date, as they are announced."""
    announced = list(days)
    return {
        "@type": "LocalBusiness",
        "@id": absolute("/#halle"),
        "name": house.name,
        "url": absolute("/"),
        "image": [absolute(image)],
        "address": structured.address(announced[0].place) if announced else house.address,
        **({"telephone": house.phone} if house.phone else {}),
        **({"email": house.email} if house.email else {}),
        **({"openingHoursSpecification": [_hours(day) for day in announced]} if announced else {}),
    }


def _hours(day: MarketDay) -> Thing:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": f"{structured.VOCABULARY}/{day.date:%A}",
        "opens": _clock(day.opens_at),
        "closes": _clock(day.closes_at),
        "validFrom": day.date.isoformat(),
        "validThrough": day.date.isoformat(),
    }


def _clock(at: datetime) -> str:
    return timezone.localtime(at).strftime("%H:%M")


def article(
    *, title: str, lead: str, path: str, image: str, day: date, changed_at: datetime | None,
    byline: str, language: str, house: House,
) -> Thing:  # fmt: skip
    """A dated and signed page; unsigned, it is the collective's."""
    return {
        "@type": "Article",
        "headline": title,
        **({"description": lead} if lead else {}),
        "url": absolute(path),
        "mainEntityOfPage": absolute(path),
        "image": [absolute(image)],
        "datePublished": day.isoformat(),
        **({"dateModified": structured.moment(changed_at)} if changed_at else {}),
        "author": {"@type": "Person", "name": byline} if byline else structured.house(house),
        "publisher": structured.house(house),
        "inLanguage": language,
    }


def partner(shown: Partner) -> Thing:
    """Somebody of the directory; the address that messages are passed on to stays private."""
    return structured.organisation(
        shown.name,
        description=shown.help,
        url=absolute(shown.get_absolute_url()),
        image=[absolute(card_of_partner(shown).address)],
        address={
            "@type": "PostalAddress",
            **({"streetAddress": shown.address} if shown.address else {}),
            "addressLocality": shown.town,
            "addressCountry": structured.COUNTRY,
        },
        **({"telephone": shown.phone} if shown.phone else {}),
        **({"sameAs": shown.website} if shown.website else {}),
    )


def sharing_of_partner(shown: Partner) -> Sharing:
    """What the page of a partner says of itself."""
    return Sharing(
        title=shown.name,
        description=shown.help,
        card=card_of_partner(shown),
        things=(partner(shown),),
    )


def card_of_partner(shown: Partner) -> Card:
    return Card(
        kind=PARTNER,
        key=str(shown.pk),
        title=shown.name,
        line=shown.town,
        pictogram=shown.pictogram or "solidarite",
    )


def load_partner_card(key: str) -> Card | None:
    found = Partner.objects.filter(is_shown=True, pk=number(key) or 0).first()
    return card_of_partner(found) if found else None


def place(shown: Place, *, path: str, description: str) -> Thing:
    return {
        **structured.place(shown),
        "url": absolute(path),
        **({"description": description} if description else {}),
    }
