"""What the frame of every page needs: navigation, its addresses, the basket's count, the foot of the page."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from commons.cms.sharing import house_card
from commons.places.models import House
from config import addresses
from content import footer
from market.basket import count_lines


@dataclass(frozen=True, kw_only=True)
class NavigationLink:
    title: str
    url: str
    trade: str
    current: bool


def site_frame(request: HttpRequest) -> dict[str, object]:
    """Lazily, so that a mail or an error page rendered with a request pays for nothing it does not show."""
    other_language = cache(lambda: addresses.other_language(request))
    house = cache(lambda: House.load(request))
    return {
        "navigation": _navigation(request),
        "other_language": other_language,
        "canonical": addresses.canonical(request),
        "alternates": cache(lambda: addresses.alternates(request, other_language())),
        "basket_count": cache(lambda: count_lines(request)),
        "house": house,
        "house_card": cache(lambda: house_card(house())),
        "footer_links": cache(lambda: footer.links(request)),
        "legal_links": cache(lambda: [*footer.legal_links(), *house().legal_links]),
        "SITE_URL": settings.SITE_URL,
    }


def _navigation(request: HttpRequest) -> list[NavigationLink]:
    prefix = "/en" if translation.get_language() == "en" else ""
    trades = (
        ("market", _("Le marché"), f"{prefix}/marche/"),
        ("workshops", _("Les ateliers"), f"{prefix}/ateliers/"),
        ("gardens", _("Les jardins"), f"{prefix}/jardins/"),
        ("", _("L’agenda"), f"{prefix}/agenda/"),
    )
    return [
        NavigationLink(title=title, url=url, trade=trade, current=request.path.startswith(url))
        for trade, title, url in trades
    ]
