"""Market days: hours, order window, stalls and slots. Where a day stands is moved on from its board."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton

from commons.cms.desk import DeskViewSet, IndexView
from commons.cms.spoken import say_day, say_hours
from market import desk_help, own
from market.desk.day_form import MarketDayForm, slots_panel, stalls_panel
from market.models import MarketDay


def board_of(market_day: MarketDay) -> str:
    return reverse("market_desk:board", args=[market_day.pk])


def _orders_close(market_day: MarketDay) -> str:
    closes_at = market_day.orders_close_at
    return f"{say_day(closes_at)}, {say_hours(closes_at)}"


class DaysView(IndexView):
    """With the button that makes several drafts at once; each day leads to its board."""

    def get_header_buttons(self) -> list[Button]:
        buttons: list[Button] = super().get_header_buttons()
        if self.request.user.has_perm(own.ADD_DAYS):
            plan = HeaderButton(
                gettext("Planifier des marchés"),
                url=reverse("market_desk:plan"),
                icon_name="calendar-alt",
                priority=20,
            )
            buttons.append(plan)
        return buttons


class MarketDayDesk(DeskViewSet):
    model = MarketDay
    icon = "date"
    menu_label = _("Jours de marché")
    help_texts = desk_help.DAY
    index_view_class = DaysView
    list_display = [
        TitleColumn(
            "date",
            label=_("Date"),
            accessor=lambda day: say_day(day.date),
            get_url=board_of,
            sort_key="date",
            width="35%",
        ),
        "place",
        Column(
            "orders_close_at",
            label=_("Commandes jusqu’à"),
            accessor=_orders_close,
            sort_key="orders_close_at",
        ),
        "state",
    ]
    list_filter = ["state"]
    copy_view_enabled = False  # its board takes over the stalls and offers of another
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("date"), FieldPanel("place")]),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")], heading=_("Marché")),
            FieldRowPanel(
                [FieldPanel("orders_open_at"), FieldPanel("orders_close_at")],
                heading=_("Commandes"),
            ),
            stalls_panel(),
            slots_panel(),
        ],
        base_form_class=MarketDayForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[MarketDay]:
        return MarketDay.objects.select_related("place")
