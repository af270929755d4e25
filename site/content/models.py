"""Content keeps no row of its own: all it has are pages, which Django must find here."""

from content.pages import (
    AgendaPage,
    ArticleIndexPage,
    ArticlePage,
    HomePage,
    PlaceIndexPage,
    PlacePage,
    SeasonPage,
)

__all__ = [
    "AgendaPage",
    "ArticleIndexPage",
    "ArticlePage",
    "HomePage",
    "PlaceIndexPage",
    "PlacePage",
    "SeasonPage",
]
