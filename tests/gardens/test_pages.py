from wagtail.test.utils import WagtailPageTestCase

from content.models import HomePage
from gardens.models import GardenIndexPage, GardenPage
from impact.models import ImpactPage


class PageTreeTest(WagtailPageTestCase):
    def test_where_pages_of_gardens_and_effects_may_stand(self):
        self.assertCanCreateAt(HomePage, GardenIndexPage)
        self.assertCanCreateAt(GardenIndexPage, GardenPage)
        self.assertCanNotCreateAt(HomePage, GardenPage)
        self.assertAllowedSubpageTypes(GardenPage, [])
        self.assertCanCreateAt(HomePage, ImpactPage)
        self.assertCanNotCreateAt(GardenIndexPage, ImpactPage)
        self.assertAllowedSubpageTypes(ImpactPage, [])
