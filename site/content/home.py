"""What the home page reads from the trades: a few facts of each, and none when a trade is empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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

SESSIONS_SHOWN = 3
PLANTS_SHOWN = 12
ARTICLES_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Home:
    """The facts of the day."""

    market: MarketGlance | None
    sessions: Sequence[Session]
    plants: Sequence[Plant]
    gardens: Sequence[Glance]
    plan: Plan | None
    articles: Sequence[ArticlePage]

    @property
    def free_plots(self) -> int:
        return sum(garden.free for garden in self.gardens)

    @property
    def free_corners(self) -> int:
        return sum(garden.free_corners for garden in self.gardens)


def read(*, locale_id: int, now: datetime) -> Home:
    """All that the home page shows, in a number of queries that does not grow."""
    today = timezone.localdate(now)
    market = market_glance.read(now=now)
    glances = gardens.glances(on=today)
    return Home(
        market=market,
        sessions=workshops.next_sessions(at=now, limit=SESSIONS_SHOWN),
        plants=_plants(today.month, beside=market),
        gardens=glances,
        plan=draw(_most_welcoming(glances)) if glances else None,
        articles=_articles(locale_id),
    )


def _plants(month: int, *, beside: MarketGlance | None) -> list[Plant]:
    """Plants in season, from one end of the alphabet to the other, save those in the crates."""
    shown = {offer.product.plant_id for offer in beside.offers} if beside else set()
    plants = [plant for plant in Plant.objects.in_season(month) if plant.pk not in shown]
    every = max(1, -(-len(plants) // PLANTS_SHOWN))
    return plants[::every]


def _most_welcoming(glances: Sequence[Glance]) -> Glance:
    """The garden with most room, whose plan is worth showing first."""
    return max(glances, key=lambda glance: glance.free + glance.free_corners)


def _articles(locale_id: int) -> list[ArticlePage]:
    """The newest stories in the reader's language, with the drawing of each."""
    stories = ArticlePage.objects.live().filter(locale_id=locale_id)
    return list(stories.order_by("-date", "-pk")[:ARTICLES_SHOWN])
