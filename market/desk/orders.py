"""Orders at the desk: found by what people say of them, read in full, changed with a reason."""

from typing import Any

import django_filters
from django.contrib.admin.utils import unquote
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton

from commons.cms.desk import DeskViewSet, InspectView, ReadOnlyPolicy
from commons.cms.long_lists import LongIndexView, LongSelect
from commons.cms.spoken import say_day, say_hours, say_price
from market import own
from market.desk.forms import DayChoice
from market.models import MarketDay, Order, OrderLine, Producer
from market.reports import order_search
from market.reports.order_story import of_the_desk, story_of

SHOWN = 30


class DayFilter(django_filters.ModelChoiceFilter):
    """A day by its date, as people say it; there are as many as there were markets."""

    field_class = DayChoice

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=LongSelect, **given)


class OrderFilters(WagtailFilterSet):
    market_day = DayFilter(
        label=_("Jour de marché"),
        queryset=MarketDay.objects.exclude(state=MarketDay.State.DRAFT)
        .only("date", "state")
        .order_by("-date"),
        empty_label=_("tous"),
    )
    state = django_filters.ChoiceFilter(
        label=_("État"), choices=Order.State.choices, empty_label=_("tous")
    )
    payment_method = django_filters.ChoiceFilter(
        label=_("Paiement"), choices=Order.PaymentMethod.choices, empty_label=_("tous")
    )
    producer = django_filters.ModelChoiceFilter(
        label=_("Avec des produits de"),
        queryset=Producer.objects.all(),
        empty_label=_("tout le monde"),
        method="keep_with_producer",
    )

    class Meta:
        model = Order
        fields = ["market_day", "state", "payment_method", "producer"]

    def keep_with_producer(
        self, queryset: QuerySet[Order], _name: str, producer: Producer
    ) -> QuerySet[Order]:
        lines = OrderLine.objects.filter(order=OuterRef("pk"), offer__product__producer=producer)
        return queryset.filter(Exists(lines))


class OrdersView(LongIndexView):
    """Searched by what people say, not word by word in each column."""

    then_by = ("-created_at", "-pk")

    def search_queryset(self, queryset: QuerySet[Order]) -> QuerySet[Order]:
        return order_search.search(queryset, self.search_query or "")

    def get_list_more_buttons(self, instance: Order) -> list[Button]:
        """None: its number leads to its screen, and a menu in each row would take longer than all the rest."""
        return []

    def get_header_buttons(self) -> list[Button]:
        buttons: list[Button] = super().get_header_buttons()
        if own.may_export(self.request.user):
            files = HeaderButton(
                gettext("Télécharger"),
                url=reverse("market_desk:exports"),
                icon_name="download",
                priority=20,
            )
            buttons.append(files)
        return buttons


class OrderScreen(InspectView):
    """One order in full; without its token, for who holds that link can cancel."""

    page_title = _("Commande")

    def get_object(self, queryset: Any = None) -> Order:
        order: Order = get_object_or_404(of_the_desk(Order.objects.all()), pk=unquote(str(self.pk)))
        return order

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        changes = self.request.user.has_perm(own.CHANGE_ORDERS)
        return super().get_context_data(
            order=self.object,
            story=story_of(self.object, tells_cards=self.request.user.has_perm(own.KEEP_THE_BOOKS)),
            changes=changes and self.object.state == Order.State.PLACED,
            may_take_back=changes,
            withdrawals=list(self.object.withdrawals.all()),
            sees_board=self.request.user.has_perm(own.SEE_DAYS),
            **kwargs,
        )


def _when(order: Order) -> str:
    return f"{say_day(order.created_at)}, {say_hours(order.created_at)}"


def _slot(order: Order) -> str:
    return say_hours(order.slot.starts_at, order.slot.ends_at) if order.slot else ""


class OrderDesk(DeskViewSet):
    model = Order
    icon = "clipboard-list"
    menu_label = _("Commandes")
    index_view_class = OrdersView
    inspect_view_class = OrderScreen
    inspect_template_name = "market/desk/order.html"
    filterset_class = OrderFilters
    list_per_page = SHOWN
    list_display = [
        "number",
        "name",
        Column(
            "market_day", label=_("Pour le"), accessor=lambda order: say_day(order.market_day.date)
        ),
        Column("cents", label=_("Total"), accessor=lambda order: say_price(order.cents or 0)),
        "state",
        "payment_method",
        Column("slot", label=_("Retrait"), accessor=_slot),
        Column("created_at", label=_("Reçue le"), accessor=_when, sort_key="created_at"),
    ]
    search_fields = ["number", "name", "email", "phone"]
    inspect_view_enabled = True
    inspect_view_fields = ["number"]  # its screen reads the others for itself
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, _request: HttpRequest) -> QuerySet[Order]:
        lines = OrderLine.objects.filter(order=OuterRef("pk")).order_by().values("order")
        total = lines.annotate(cents=Sum("total_cents")).values("cents")
        return Order.objects.select_related("market_day", "slot").annotate(cents=Subquery(total))
