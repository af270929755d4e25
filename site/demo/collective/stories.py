"""The pages of the places, and the news of the hall."""

from datetime import datetime, timedelta

from django.utils import timezone

from content.models import ArticleIndexPage, ArticlePage, PlaceIndexPage, PlacePage
from demo.collective import places
from demo.collective.articles import ARTICLES
from demo.collective.pages import publish
from demo.collective.place_words import PLACES


def lay(*, now: datetime) -> None:
    """Each page once; an article is dated some days before the day it is first laid."""
    today = timezone.localdate(now)
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    for article in ARTICLES:
        publish(
            index, ArticlePage, slug=article.slug, fr=article.fr, en=article.en,
            illustration=article.drawing, date=today - timedelta(days=article.days_ago),
        )  # fmt: skip
    index = PlaceIndexPage.objects.get(locale__language_code="fr")
    for told in PLACES:
        publish(
            index, PlacePage, slug=told.slug, fr=told.fr, en=told.en,
            illustration=told.drawing, place=places.named(told.place),
        )  # fmt: skip
