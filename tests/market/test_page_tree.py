from wagtail.test.utils import WagtailPageTestCase

from content.models import HomePage
from market.models import ProducerIndexPage, ProducerPage


class PageTreeTest(WagtailPageTestCase):
    def test_where_pages_of_producers_may_stand(self):
        self.assertCanCreateAt(HomePage, ProducerIndexPage)
        self.assertAllowedSubpageTypes(ProducerIndexPage, {ProducerPage})
        self.assertAllowedParentPageTypes(ProducerPage, {ProducerIndexPage})
        self.assertCanNotCreateAt(HomePage, ProducerPage)
        self.assertAllowedSubpageTypes(ProducerPage, {})
