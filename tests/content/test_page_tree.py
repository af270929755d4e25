"""Which page goes under which: declared on the models, held here."""

from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from content.models import (
    AgendaPage,
    ArticleIndexPage,
    ArticlePage,
    HomePage,
    PlaceIndexPage,
    PlacePage,
)


class PageTree(WagtailPageTestCase):
    def test_home_stands_under_the_root_only(self):
        self.assertAllowedParentPageTypes(HomePage, {Page})

    def test_what_stands_under_home(self):
        for index in (AgendaPage, ArticleIndexPage, PlaceIndexPage):
            self.assertAllowedParentPageTypes(index, {HomePage})
            self.assertCanCreateAt(HomePage, index)
        for leaf in (ArticlePage, PlacePage):
            self.assertCanNotCreateAt(HomePage, leaf)

    def test_lists_hold_their_own(self):
        self.assertAllowedSubpageTypes(ArticleIndexPage, {ArticlePage})
        self.assertAllowedSubpageTypes(PlaceIndexPage, {PlacePage})

    def test_leaves_hold_nothing(self):
        for leaf in (AgendaPage, ArticlePage, PlacePage):
            self.assertAllowedSubpageTypes(leaf, {})
