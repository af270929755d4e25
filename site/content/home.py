"""What the home page reads from the trades: a few facts of each, and none when a trade is empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Locale

from commons.plants.models import Plant
from content.pages import ArticlePage
from workshops import queries as workshops
from workshops.models import Session

SESSIONS_SHOWN = 3
PLANTS_SHOWN = 10
ARTICLES_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Home:
    """The facts of the day."""

    sessions: Sequence[Session]
    plants: Sequence[Plant]
    articles: Sequence[ArticlePage]


def read(*, locale: Locale, now: datetime) -> Home:
    """All that the home page shows, in a number of queries that does not grow."""
    today = timezone.localdate(now)
    return Home(
        sessions=workshops.next_sessions(at=now, limit=SESSIONS_SHOWN),
        plants=list(Plant.objects.in_season(today.month)[:PLANTS_SHOWN]),
        articles=_articles(locale),
    )


def _articles(locale: Locale) -> list[ArticlePage]:
    """The newest stories in the reader's language, with the drawing of each."""
    stories = ArticlePage.objects.live().public().filter(locale=locale)
    return list(stories.order_by("-date", "-pk")[:ARTICLES_SHOWN])
