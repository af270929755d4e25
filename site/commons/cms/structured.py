"""What search engines read, in schema.org's words: the shapes that every trade uses.

Pure functions that return plain dicts. Prices are strings of euros with two decimals, moments carry their zone,
addresses are absolute.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import timezone

from commons.places.models import House, Place

Thing = dict[str, Any]

CURRENCY = "EUR"
COUNTRY = "FR"
VOCABULARY = "https://schema.org"


def absolute(path: str) -> str:
    """A path of the site as an address that means the same anywhere."""
    return f"{settings.SITE_URL}{path}"


def moment(at: datetime) -> str:
    """A moment in the hall's zone, which it names: an hour without a zone is read as the reader's own."""
    return timezone.localtime(at).isoformat(timespec="minutes")


def euros(cents: int) -> str:
    return str((Decimal(cents) / 100).quantize(Decimal("0.01")))


def breadcrumbs(crumbs: Iterable[Mapping[str, str]]) -> Thing:
    """The way to a page. The last crumb is the page itself, and has no address."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(crumb["title"]),
                **({"item": absolute(crumb["url"])} if crumb["url"] else {}),
            }
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def place(where: Place) -> Thing:
    return {"@type": "Place", "name": where.name, "address": address(where)}


def address(where: Place) -> Thing:
    return {
        "@type": "PostalAddress",
        "streetAddress": where.address,
        "postalCode": where.postcode,
        "addressLocality": where.city,
        "addressCountry": COUNTRY,
    }


def organisation(name: str, **more: Any) -> Thing:
    return {"@type": "Organization", "name": name, **more}


def house(known: House) -> Thing:
    """The collective, as the publisher and the organiser of what happens."""
    return organisation(known.name, url=absolute("/"))


def event(
    *,
    kind: str,
    name: str,
    path: str,
    starts_at: datetime,
    ends_at: datetime,
    where: Place | None,
    is_cancelled: bool,
    **more: Any,
) -> Thing:
    """Something one comes to. ``kind`` is Event or one of its kinds; it is online when it has no place."""
    status = "EventCancelled" if is_cancelled else "EventScheduled"
    return {
        "@type": kind,
        "name": name,
        "url": absolute(path),
        "startDate": moment(starts_at),
        "endDate": moment(ends_at),
        "eventStatus": f"{VOCABULARY}/{status}",
        "eventAttendanceMode": f"{VOCABULARY}/{'Offline' if where else 'Online'}EventAttendanceMode",
        "location": place(where) if where else {"@type": "VirtualLocation", "url": absolute(path)},
        **more,
    }


def availability(*, is_available: bool) -> str:
    return f"{VOCABULARY}/{'InStock' if is_available else 'SoldOut'}"
