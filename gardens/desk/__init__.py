"""The volunteers' screens of gardens."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from gardens.desk.allotting import ALLOT
from gardens.desk.charters import CharterDesk, SignatureDesk
from gardens.desk.chores import ChoreDesk, TurnDesk
from gardens.desk.line import WaitingListDesk
from gardens.desk.screens import doors
from gardens.desk.surplus import SurplusDesk
from gardens.desk.tables import FeatureDesk, GardenDesk, PlotDesk, TenancyDesk
from gardens.desk.things import KeyDesk, NoticeDesk, ThingDesk


class CommitteeItem(MenuItem):
    """A line of the menu for those who allot plots."""

    def is_shown(self, request: HttpRequest) -> bool:
        shown: bool = request.user.has_perm(ALLOT)
        return shown


class GardensDesk(SnippetViewSetGroup):
    menu_label = _("Jardins")
    menu_icon = "site"
    menu_order = 230
    items = (
        WaitingListDesk,
        TenancyDesk,
        CharterDesk,
        SignatureDesk,
        TurnDesk,
        ChoreDesk,
        NoticeDesk,
        ThingDesk,
        KeyDesk,
        SurplusDesk,
        PlotDesk,
        FeatureDesk,
        GardenDesk,
    )

    def get_submenu_items(self) -> list[Any]:
        """The committee's own screens first, then the tables."""
        allotting = CommitteeItem(
            _("Attribuer"), reverse_lazy("gardens_desk:allotting"), icon_name="key", order=-1
        )
        sharing = CommitteeItem(
            _("Partager"), reverse_lazy("gardens_desk:sharing"), icon_name="group", order=-1
        )
        return [allotting, sharing, *doors(), *super().get_submenu_items()]
