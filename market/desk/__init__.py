"""The volunteers' screens of the market."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from market.desk.board import doors
from market.desk.days import MarketDayDesk
from market.desk.fund import FundEntryDesk, FundWordDesk
from market.desk.goods import ProductDesk
from market.desk.hall import LandmarkDesk, PitchDesk
from market.desk.offers import OfferDesk
from market.desk.orders import OrderDesk
from market.desk.producers import ProducerDesk


class MarketDesk(SnippetViewSetGroup):
    menu_label = _("Marché")
    menu_icon = "tag"
    menu_order = 200
    items = (
        OrderDesk,
        OfferDesk,
        MarketDayDesk,
        ProductDesk,
        ProducerDesk,
        PitchDesk,
        LandmarkDesk,
        FundWordDesk,
        FundEntryDesk,
    )

    def get_submenu_items(self) -> list[Any]:
        """The board of the day first, then the tables."""
        return [*doors(), *super().get_submenu_items()]
