"""Which page goes under which: declared on the models, held here."""

from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from content.models import (
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
)

UNDER_HOME = (
    AgendaPage,
    ArticleIndexPage,
    ContactPage,
    LegalPage,
    PartnerIndexPage,
    PlaceIndexPage,
)
LEAVES = (
    AgendaPage,
    ArticlePage,
    ChroniclePage,
    ContactPage,
    LegalPage,
    PartnerIndexPage,
    PlacePage,
)


class PageTree(WagtailPageTestCase):
    def test_home_stands_under_the_root_only(self):
        self.assertAllowedParentPageTypes(HomePage, {Page})

    def test_what_stands_under_home(self):
        for page in UNDER_HOME:
            self.assertAllowedParentPageTypes(page, {HomePage})
            self.assertCanCreateAt(HomePage, page)
        for leaf in (ArticlePage, ChroniclePage, PlacePage):
            self.assertCanNotCreateAt(HomePage, leaf)

    def test_lists_hold_their_own(self):
        self.assertAllowedSubpageTypes(ArticleIndexPage, {ArticlePage, ChroniclePage})
        self.assertAllowedSubpageTypes(PlaceIndexPage, {PlacePage})

    def test_leaves_hold_nothing(self):
        for leaf in LEAVES:
            self.assertAllowedSubpageTypes(leaf, {})

    def test_each_kind_of_page_says_what_it_is_for(self):
        for page in (*UNDER_HOME, *LEAVES):
            assert page.page_description, page
