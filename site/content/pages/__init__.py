"""The pages any collective has: home, articles, places, agenda."""

from content.pages.agenda import AgendaPage
from content.pages.articles import ArticleIndexPage, ArticlePage
from content.pages.home import HomePage
from content.pages.places import PlaceIndexPage, PlacePage
from content.pages.season import SeasonPage

__all__ = [
    "AgendaPage",
    "ArticleIndexPage",
    "ArticlePage",
    "HomePage",
    "PlaceIndexPage",
    "PlacePage",
    "SeasonPage",
]
