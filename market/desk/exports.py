"""Sales as files: chosen by day or period, streamed as CSV whatever their length, as a workbook when short."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from commons.sheets.writing import csv_file, xlsx_file
from market import own
from market.desk.forms import DayChoice
from market.models import MarketDay, Order, OrderLine
from market.reports import sales
from market.reports.sales import Sales

MOST_IN_A_WORKBOOK = 10_000
CSV, XLSX = "csv", "xlsx"


@dataclass(frozen=True, kw_only=True)
class Table:
    label: Any
    help: Any
    titles: Callable[[], list[str]]
    rows: Callable[[Sales], Iterator[list[str]]]
    count: Callable[[Sales], int]
    names_people: bool = False


TABLES = {
    "commandes": Table(
        label=gettext_lazy("Commandes"),
        help=gettext_lazy("Une ligne par commande, avec nom et adresse : à ne pas faire circuler."),
        titles=sales.order_titles,
        rows=sales.orders,
        count=lambda wanted: Order.objects.filter(wanted.within()).count(),
        names_people=True,
    ),
    "lignes": Table(
        label=gettext_lazy("Lignes de commande"),
        help=gettext_lazy("Ce qui a été commandé, à qui et à quel prix, sans le nom de personne."),
        titles=sales.line_titles,
        rows=sales.lines,
        count=lambda wanted: OrderLine.objects.filter(wanted.within("order__")).count(),
    ),
    "tva": Table(
        label=gettext_lazy("TVA"),
        help=gettext_lazy("Par vendeur et par taux, au centime près des lignes."),
        titles=sales.vat_titles,
        rows=sales.vat,
        count=lambda _wanted: 0,
    ),
}


class SalesForm(forms.Form):
    market_day = DayChoice(
        label=gettext_lazy("Jour de marché"),
        queryset=MarketDay.objects.exclude(state=MarketDay.State.DRAFT).order_by("-date"),
        required=False,
        empty_label=gettext_lazy("tous"),
        help_text=gettext_lazy("Un seul jour ; ou une période, ci-dessous."),
    )
    first = forms.DateField(
        label=gettext_lazy("Du"), widget=AdminDateInput, required=False, help_text="2026-11-01"
    )
    last = forms.DateField(
        label=gettext_lazy("Au"),
        widget=AdminDateInput,
        required=False,
        help_text=gettext_lazy("Les deux dates comprises ; vide : depuis ou jusqu’à toujours."),
    )

    @property
    def sales(self) -> Sales:
        given = self.cleaned_data
        day = given["market_day"]
        return Sales(
            market_day_id=day.pk if day else None, first=given["first"], last=given["last"]
        )


class ExportsView(WagtailAdminTemplateMixin, FormView):
    """Which sales, in which file. The form asks by its address: a file is a link like another."""

    template_name = "market/desk/exports.html"
    form_class = SalesForm
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not own.may_export(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Télécharger les ventes")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        orders = reverse("wagtailsnippets_market_order:list")
        return [
            *self.breadcrumbs_items,
            {"url": orders, "label": _("Commandes")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_form(self, form_class: Any = None) -> SalesForm:
        return SalesForm(initial=self.request.GET.dict())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tables = [(name, table) for name, table in TABLES.items() if may_read(self.request, table)]
        return super().get_context_data(tables=tables, most=MOST_IN_A_WORKBOOK, **kwargs)


def may_read(request: HttpRequest, table: Table) -> bool:
    if table.names_people:
        return request.user.has_perm(own.CHANGE_DAYS)
    return own.may_export(request.user)


@never_cache
@require_safe
def download(request: HttpRequest, name: str, kind: str) -> HttpResponseBase:
    """One file. Too long for a workbook, or with dates nobody can read, it says so and is not made."""
    table = TABLES.get(name)
    if table is None or kind not in (CSV, XLSX):
        raise Http404
    if not may_read(request, table):
        raise PermissionDenied
    form = SalesForm(request.GET)
    if not form.is_valid():
        return _back(request, _("Ces dates ne se lisent pas : écrivez-les 2026-11-21."))
    wanted = form.sales
    if kind == CSV:
        return csv_file(f"marche-{name}", table.titles(), table.rows(wanted))
    if table.count(wanted) > MOST_IN_A_WORKBOOK:
        return _back(request, _("Trop de lignes pour un classeur : prenez le CSV, ou une période."))
    return xlsx_file(f"marche-{name}", table.titles(), table.rows(wanted), sheet=str(table.label))


def _back(request: HttpRequest, words: str) -> HttpResponse:
    messages.error(request, words)
    return redirect(f"{reverse('market_desk:exports')}?{request.GET.urlencode()}")
