"""The volunteers' screens of gardens."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from gardens.desk.line import WaitingListDesk
from gardens.desk.surplus import SurplusDesk
from gardens.desk.tables import FeatureDesk, GardenDesk, PlotDesk, TenancyDesk


class GardensDesk(SnippetViewSetGroup):
    menu_label = _("Jardins")
    menu_icon = "site"
    menu_order = 230
    items = (WaitingListDesk, TenancyDesk, PlotDesk, FeatureDesk, GardenDesk, SurplusDesk)
