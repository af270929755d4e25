"""The pages any collective has: home, articles, places, agenda, partners, contact, legal texts."""

from content.pages.agenda import AgendaPage
from content.pages.articles import ArticleIndexPage, ArticlePage
from content.pages.chronicles import ChroniclePage
from content.pages.contact import ContactPage
from content.pages.home import HomePage
from content.pages.legal import LegalPage
from content.pages.partners import PartnerIndexPage
from content.pages.places import PlaceIndexPage, PlacePage
from content.pages.season import SeasonPage

__all__ = [
    "AgendaPage",
    "ArticleIndexPage",
    "ArticlePage",
    "ChroniclePage",
    "ContactPage",
    "HomePage",
    "LegalPage",
    "PartnerIndexPage",
    "PlaceIndexPage",
    "PlacePage",
    "SeasonPage",
]
