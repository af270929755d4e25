"""What content stores: the pages any collective has, and a few plain rows beside them."""

from content.models.enquiries import ContactReason, Enquiry
from content.models.legal import LegalVersion
from content.models.partners import Need, Partner
from content.models.words import Topic
from content.pages import (
    AgendaPage,
    ArticleIndexPage,
    ArticlePage,
    ChroniclePage,
    ContactPage,
    HomePage,
    LegalPage,
    PartnerIndexPage,
    PlaceIndexPage,
    PlacePage,
    SeasonPage,
)

__all__ = [
    "AgendaPage",
    "ArticleIndexPage",
    "ArticlePage",
    "ChroniclePage",
    "ContactPage",
    "ContactReason",
    "Enquiry",
    "HomePage",
    "LegalPage",
    "LegalVersion",
    "Need",
    "Partner",
    "PartnerIndexPage",
    "PlaceIndexPage",
    "PlacePage",
    "SeasonPage",
    "Topic",
]
