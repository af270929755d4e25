"""The board of a market day: where it stands, what is ordered, who has not answered, and what comes next."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.cms.spoken import say_day, say_time_left
from market import own, queries
from market.desk.days import board_of
from market.desk.steps import steps_of
from market.models import MarketDay
from market.reports import board


class Door(MenuItem):
    """A line of the menu, for those who have a right."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        shown: bool = request.user.has_perm(self.permission)
        return shown


def doors() -> list[Door]:
    """The lines of the menu, before the tables."""
    return [
        Door(
            gettext_lazy("Tableau du jour"),
            reverse_lazy("market_desk:today"),
            icon_name="clipboard-list",
            order=-2,
            permission=own.SEE_DAYS,
        ),
    ]


def today(request: HttpRequest) -> HttpResponse:
    """The board of the day that is on or next; the list of days where there is none."""
    if not request.user.has_perm(own.SEE_DAYS):
        raise PermissionDenied
    day = queries.day_for_the_desk(at=timezone.now())
    if day is None:
        return redirect("wagtailsnippets_market_marketday:list")
    return redirect(board_of(day))


class BoardView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "market/desk/board.html"
    header_icon = "clipboard-list"
    request: HttpRequest
    market_day: MarketDay

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(own.SEE_DAYS):
            raise PermissionDenied
        days = MarketDay.objects.select_related("place")
        self.market_day = get_object_or_404(days, pk=kwargs["day_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Marché du %(day)s") % {"day": say_day(self.market_day.date)}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        days = reverse("wagtailsnippets_market_marketday:list")
        return [
            *self.breadcrumbs_items,
            {"url": days, "label": _("Jours de marché")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, day, now = self.request.user, self.market_day, timezone.now()
        changes, takes = user.has_perm(own.CHANGE_DAYS), day.takes_orders(at=now)
        return super().get_context_data(
            market_day=day,
            title=self.get_page_title(),
            board=board.board_of(day),
            steps=steps_of(day, now=now) if changes else [],
            changes=changes,
            sees_orders=user.has_perm(own.SEE_ORDERS),
            time_left=say_time_left(day.orders_close_at, now=now) if takes else "",
            **kwargs,
        )
