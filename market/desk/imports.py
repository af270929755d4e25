"""Products in and out by a file: what it would do is shown first, then written all at once."""

from collections.abc import Iterator
from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from django import forms
from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.cms.spoken import say_number, say_weight
from commons.sheets import reading
from commons.sheets.reading import Row
from commons.sheets.writing import csv_file, safe, xlsx_file
from market import actions, own, sheets
from market.actions import ImportRefusedError
from market.models import Product
from market.sheets.columns import COLUMNS, EXAMPLES, PRODUCER

ADD, CHANGE = "market.add_product", "market.change_product"
PRODUCTS = "wagtailsnippets_market_product:list"
SESSION_KEY = "market.sheet"
KEPT_FOR = 60 * 60  # between the look and the writing; then it is sent again
MOST_SHOWN = 300


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Fichier"),
        help_text=gettext_lazy(
            "CSV ou XLSX, 2 Mo et 5 000 lignes au plus. Rien n’est écrit avant votre accord."
        ),
        widget=forms.FileInput({"accept": ".csv,.txt,.xlsx"}),
    )

    def clean_file(self) -> bytes:
        """The bytes, once they have been read as a table."""
        file = self.cleaned_data["file"]
        if file.size > reading.LARGEST_FILE:
            raise forms.ValidationError(say(reading.FileTooLargeError()))
        content: bytes = file.read()
        try:
            reading.read_table(content)
        except reading.SheetRefusedError as refused:
            raise forms.ValidationError(say(refused)) from refused
        return content


def say(refused: reading.SheetRefusedError) -> str:
    match refused:
        case reading.FileTooLargeError():
            return _(
                "Ce fichier est trop lourd : %(size)s au plus. Coupez-le en deux, ou envoyez-le en CSV."
            ) % {"size": say_weight(reading.LARGEST_FILE)}
        case reading.TooManyRowsError():
            return _("Ce fichier a trop de lignes : %(most)s au plus. Coupez-le en deux.") % {
                "most": say_number(reading.MOST_ROWS)
            }
    return _(
        "Ce fichier n’est pas un tableau que l’on sait lire. Enregistrez-le en CSV ou en XLSX ;"
        " le modèle montre les colonnes."
    )


class GoodsScreen(WagtailAdminTemplateMixin):
    """For those who may both add and change products."""

    header_icon = "table"
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _check(request)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_page_title(self) -> str:
        return _("Importer, exporter des produits")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(PRODUCTS), "label": _("Produits")},
            {"url": "", "label": self.get_page_title()},
        ]


class ImportView(GoodsScreen, FormView):
    template_name = "market/desk/import.html"
    form_class = FileForm

    def form_valid(self, form: forms.Form) -> HttpResponse:
        keep(self.request, form.cleaned_data["file"])
        return redirect("market_goods:check")

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class CheckView(GoodsScreen, TemplateView):
    """What the file would do; posting does it, if it still is that."""

    template_name = "market/desk/import_check.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        table = kept(request)
        if table is None:
            return self._gone()
        shelf = sheets.read_shelf(request.user, now=timezone.now())
        return self._show(sheets.plan_import(*table, shelf=shelf))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        table = kept(request)
        if table is None:
            return self._gone()
        headings, rows = table
        try:
            done = actions.import_products(
                headings=headings,
                rows=rows,
                keeper=request.user,
                seen=request.POST.get("seen", ""),
                now=timezone.now(),
            )
        except ImportRefusedError:
            messages.warning(
                request, _("Le catalogue a changé entre-temps : relisez, puis importez.")
            )
            return redirect("market_goods:check")
        forget(request)
        messages.success(request, say_imported(done))
        return redirect(PRODUCTS)

    def _show(self, plan: sheets.Plan) -> HttpResponse:
        shown = plan.entries[:MOST_SHOWN]
        context = self.get_context_data(
            plan=plan,
            created=[entry for entry in shown if entry.is_new],
            changed=[entry for entry in shown if not entry.is_new],
            more=len(plan.entries) - len(shown),
        )
        return self.render_to_response(context)

    def _gone(self) -> HttpResponse:
        messages.warning(self.request, _("Ce fichier n’est plus là : envoyez-le de nouveau."))
        return redirect("market_goods:import")


def say_imported(done: actions.Imported) -> str:
    created = ngettext("%(count)s produit créé", "%(count)s produits créés", done.created) % {
        "count": say_number(done.created)
    }
    changed = ngettext("%(count)s produit changé", "%(count)s produits changés", done.changed) % {
        "count": say_number(done.changed)
    }
    return f"{created}, {changed}."


def keep(request: HttpRequest, content: bytes) -> None:
    """Between the two steps the file waits under a name that only this session knows."""
    name = token_urlsafe(24)
    cache.set(_cache_key(request, name), content, KEPT_FOR)
    request.session[SESSION_KEY] = name


def kept(request: HttpRequest) -> tuple[list[str], list[Row]] | None:
    name = request.session.get(SESSION_KEY)
    content = cache.get(_cache_key(request, name)) if name else None
    return reading.read_table(content) if content else None


def forget(request: HttpRequest) -> None:
    cache.delete(_cache_key(request, request.session.pop(SESSION_KEY, "")))


def _cache_key(request: HttpRequest, name: str) -> str:
    return f"market.sheet.{request.user.pk}.{name}"


@never_cache
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    _check(request)
    return csv_file(_file_name(), _headings(), _rows(request.user))


@never_cache
def as_xlsx(request: HttpRequest) -> HttpResponse:
    _check(request)
    return xlsx_file(_file_name(), _headings(), _rows(request.user), sheet=_("Produits"))


@never_cache
def example(request: HttpRequest) -> HttpResponse:
    """A file to fill in, with two lines that show how."""
    _check(request)
    farm = own.producers_of(request.user).first()
    rows = [
        [farm.name if farm else "", *(given.get(column.heading, "") for column in COLUMNS)]
        for given in EXAMPLES
    ]
    return xlsx_file("produits-modele", _headings(), rows, sheet=_("Produits"))


def _check(request: HttpRequest) -> None:
    if not request.user.has_perms([ADD, CHANGE]):
        raise PermissionDenied


def _file_name(at: datetime | None = None) -> str:
    return f"produits-{timezone.localdate(at):%Y-%m-%d}"


def _headings() -> list[str]:
    return [PRODUCER, *(column.heading for column in COLUMNS)]


def _rows(person: Any) -> Iterator[list[str]]:
    """Read in portions: the file goes out as it is written."""
    products = own.products_of(person).select_related("producer", "plant")
    for product in products.order_by("producer__name", "name_fr").iterator(chunk_size=500):
        cells = [product.producer.name, *(_cell(product, column) for column in COLUMNS)]
        yield [safe(cell) for cell in cells]


def _cell(product: Product, column: Any) -> str:
    value = getattr(product, column.field)
    if column.field == "plant":
        return value.name_fr if value else ""
    said: str = column.write(value)
    return said
