"""The next market day, as the home page's slate tells it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_hours, say_in_days
from market import queries
from market.models import MarketDay, Offer

OFFERS_SHOWN = 4
CRIED = 3
# Enough to find a few producers among the first pitches.
OFFERS_READ = 60


@dataclass(frozen=True, kw_only=True)
class MarketGlance:
    """A market day to come, and a few of its offers, each from another stall."""

    day: MarketDay
    offers: list[Offer]
    now: datetime

    @property
    def title(self) -> str:
        return str(capfirst(say_day(self.day.opens_at)))

    @property
    def weekday(self) -> str:
        """ "samedi": what one says of a day of this week."""
        return say_day(self.day.opens_at).split()[0]

    @property
    def takes_orders(self) -> bool:
        return self.day.takes_orders(at=self.now)

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Labels and values of the slate."""
        rows = [
            (_("Ouvert"), say_hours(self.day.opens_at, self.day.closes_at)),
            (_("Où"), self.day.place.name),
        ]
        cried = ", ".join(offer.product.name.lower() for offer in self.offers[:CRIED])
        return [*rows, (_("À la criée"), cried)] if cried else rows

    @property
    def deadline(self) -> str:
        """Until when one may order, or since when one may not."""
        if self.takes_orders:
            return _("Commandes jusqu’à %(moment)s") % {"moment": _moment(self.day.orders_close_at)}
        if self.now < self.day.orders_open_at:
            return _("Commandes à partir de %(moment)s") % {
                "moment": _moment(self.day.orders_open_at)
            }
        return _("Les commandes sont closes : il reste les étals")

    @property
    def deadline_nearness(self) -> str:
        """ "dans 2 jours", while orders can still be placed."""
        return say_in_days(self.day.orders_close_at) if self.takes_orders else ""


def read(*, now: datetime) -> MarketGlance | None:
    """The next day announced, or none."""
    offers = queries.highlights(at=now, limit=OFFERS_READ)
    day = offers[0].market_day if offers else queries.next_market_day(at=now)
    return MarketGlance(day=day, offers=_one_per_stall(offers), now=now) if day else None


def _one_per_stall(offers: list[Offer]) -> list[Offer]:
    """The first offer of each producer; then, when producers are few, the others."""
    firsts = {offer.product.producer_id: offer for offer in reversed(offers)}
    chosen = sorted(firsts.values(), key=offers.index)
    others = [offer for offer in offers if offer not in chosen]
    return [*chosen, *others][:OFFERS_SHOWN]


def _moment(moment: datetime) -> str:
    return f"{say_day(moment).split()[0]} {say_hours(timezone.localtime(moment))}"
