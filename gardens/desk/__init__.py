"""The volunteers' screens of gardens."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from gardens.desk.care import ChoreDesk, TurnDesk
from gardens.desk.line import WaitingListDesk
from gardens.desk.sharing import KeyDesk, NoticeDesk, ThingDesk
from gardens.desk.tables import FeatureDesk, GardenDesk, PlotDesk, TenancyDesk


class GardensDesk(SnippetViewSetGroup):
    menu_label = _("Jardins")
    menu_icon = "site"
    menu_order = 230
    items = (
        WaitingListDesk,
        TenancyDesk,
        TurnDesk,
        ChoreDesk,
        NoticeDesk,
        ThingDesk,
        KeyDesk,
        PlotDesk,
        FeatureDesk,
        GardenDesk,
    )
