"""The pages of the places, and the news of the hall."""

from datetime import datetime, timedelta

from django.utils import timezone

from commons.cms.models import StoryPage
from content.models import ArticleIndexPage, ArticlePage, PlaceIndexPage, PlacePage
from demo.collective import illustrated, places
from demo.collective.pages import publish

Drawing = StoryPage.Illustration

# How many days before the first load each was written.
ARTICLES = {
    "ou-va-chaque-euro": (3, Drawing.BASKETS),
    "le-banc-de-la-place": (7, Drawing.BIKES),
    "une-parcelle-pour-deux": (11, Drawing.GARDEN),
    "pesto-de-fanes": (19, Drawing.KITCHEN),
    "lire-une-etiquette": (26, Drawing.BASKETS),
    "pourquoi-quatorze": (33, Drawing.PRUNING),
    "le-bac-a-64-degres": (47, Drawing.COMPOST),
}

PLACES = {
    "halle-des-lones": (places.HALL, Drawing.HALL),
    "cuisine-du-preau": (places.KITCHEN, Drawing.KITCHEN),
    "jardin-des-lavandieres": (places.RIVERSIDE, Drawing.GARDEN),
    "jardin-du-fournil": (places.HILLSIDE, Drawing.SEEDLINGS),
}


def lay(*, now: datetime) -> None:
    """Each page once."""
    today = timezone.localdate(now)
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    for slug, (days_ago, drawing) in ARTICLES.items():
        date = today - timedelta(days=days_ago)
        publish(index, ArticlePage, words=f"articles/{slug}", illustration=drawing, date=date)
    publish(
        index,
        ArticlePage,
        words="articles/le-compost-pas-a-pas",
        blocks=illustrated.compost_notebook,
        illustration=Drawing.COMPOST,
        photo=illustrated.picture("kitchen"),
        date=today - timedelta(days=6),
    )
    index = PlaceIndexPage.objects.get(locale__language_code="fr")
    for slug, (name, drawing) in PLACES.items():
        place = places.named(name)
        blocks = illustrated.way_to_the_hall if name == places.HALL else None
        publish(
            index,
            PlacePage,
            words=f"places/{slug}",
            blocks=blocks,
            illustration=drawing,
            place=place,
        )
