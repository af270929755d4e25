"""Market days, and the orders placed for them."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    ObjectList,
)

from commons.cms.desk import DeskViewSet, ReadOnlyPolicy
from market import desk_help
from market.desk.hall import MarketDayForm, stalls_panel
from market.models import MarketDay, Order


class MarketDayDesk(DeskViewSet):
    """Hours, order window and stalls. A day is called off by its state; its orders follow."""

    model = MarketDay
    icon = "date"
    menu_label = _("Jours de marché")
    help_texts = desk_help.DAY
    list_display = ["date", "place", "orders_close_at", "state"]
    list_filter = ["state"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("date"), FieldPanel("place")]),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")], heading=_("Marché")),
            FieldRowPanel(
                [FieldPanel("orders_open_at"), FieldPanel("orders_close_at")],
                heading=_("Commandes"),
            ),
            FieldPanel("state"),
            stalls_panel(),
        ],
        base_form_class=MarketDayForm,
    )


class OrderDesk(DeskViewSet):
    model = Order
    icon = "clipboard-list"
    menu_label = _("Commandes")
    list_display = ["number", "name", "market_day", "state", "payment_method", "created_at"]
    list_filter = ["market_day", "state", "payment_method"]
    search_fields = ["number", "name", "email"]
    inspect_view_enabled = True
    # Without its token: who holds that link can cancel.
    inspect_view_fields = [
        "number",
        "name",
        "email",
        "phone",
        "market_day",
        "state",
        "payment_method",
        "created_at",
        "placed_at",
    ]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, _request: HttpRequest) -> QuerySet[Order]:
        return Order.objects.select_related("market_day")
