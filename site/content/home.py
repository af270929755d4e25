"""What the home page reads from the trades: a few facts of each, and none when a trade is empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone

from commons.plants.models import Plant
from content import market_glance
from content.market_glance import MarketGlance
from content.pages import ArticlePage
from gardens import queries as gardens
from gardens.plans import Plan, draw
from gardens.queries import Glance
from workshops import queries as workshops
from workshops.models import Session

# More than any section shows: a section takes its own few, as its editor asks.
SESSIONS_READ = 9
ARTICLES_READ = 9


@dataclass(frozen=True)
class Home:
    """The facts of the day, each read once, when the first section that shows it asks."""

    locale_id: int
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @cached_property
    def market(self) -> MarketGlance | None:
        return market_glance.read(now=self.now)

    @cached_property
    def sessions(self) -> list[Session]:
        return workshops.next_sessions(at=self.now, limit=SESSIONS_READ)

    @cached_property
    def plants(self) -> list[Plant]:
        """Plants in season, save those in the crates."""
        shown = {offer.product.plant_id for offer in self.market.offers} if self.market else set()
        in_season = Plant.objects.in_season(self.today.month)
        return [plant for plant in in_season if plant.pk not in shown]

    @cached_property
    def gardens(self) -> Sequence[Glance]:
        return gardens.glances(at=self.now)

    @cached_property
    def plan(self) -> Plan | None:
        """That of the garden with most room, which is worth showing first."""
        if not self.gardens:
            return None
        return draw(max(self.gardens, key=lambda glance: glance.free + glance.free_corners))

    @cached_property
    def articles(self) -> list[ArticlePage]:
        """The newest stories in the reader's language, with the photo or drawing of each."""
        stories = ArticlePage.objects.live().filter(locale_id=self.locale_id)
        stories = stories.select_related("photo").prefetch_related("photo__renditions")
        return list(stories.order_by("-date", "-pk")[:ARTICLES_READ])

    @property
    def free_plots(self) -> int:
        return sum(garden.free for garden in self.gardens)

    @property
    def free_corners(self) -> int:
        return sum(garden.free_corners for garden in self.gardens)
