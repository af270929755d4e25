"""The board of a garden's plots, the screen of a household in its plot, and the board as a file."""

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from commons.sheets.writing import euros
from gardens.board import Holding, Mark, Row, board_of, holding_of
from gardens.desk.screens import DECIDE, SEE_BOARD, TAKE_CARE, TAKE_FEES, GardenScreen, Screen
from gardens.files import table_file
from gardens.models import Enrolment, Garden, Tenancy


def board_url(garden: Garden) -> str:
    return f"{reverse('gardens_desk:board')}?garden={garden.pk}"


def household_url(tenancy: Tenancy) -> str:
    return reverse("gardens_desk:household", args=[tenancy.pk])


class BoardView(GardenScreen):
    """Every plot with who holds it and what waits there; ``?mark=`` keeps those of one kind."""

    permission = SEE_BOARD
    template_name = "gardens/desk/board.html"
    title = gettext_lazy("Tableau des parcelles")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = board_of(self.garden, now=timezone.now()) if self.garden else []
        counts = Counter(mark for row in rows for mark in row.marks)
        chosen = next((mark for mark in Mark if mark == self.request.GET.get("mark")), None)
        return super().get_context_data(
            rows=[row for row in rows if chosen is None or chosen in row.marks],
            all_count=len(rows),
            marks=[(mark, counts[mark]) for mark in Mark if counts[mark] or mark == chosen],
            chosen=chosen,
            **kwargs,
        )


class HouseholdView(Screen):
    """A household in its plot: how to reach it, its seasons, what was written, and the verbs."""

    permission = SEE_BOARD
    template_name = "gardens/desk/household.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        rows = Tenancy.objects.select_related("plot__garden", "household")
        self.tenancy: Tenancy = get_object_or_404(rows, pk=kwargs["tenancy_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.tenancy)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        garden = self.tenancy.plot.garden
        return [
            *self.breadcrumbs_items,
            {"url": board_url(garden), "label": _("Tableau des parcelles")},
            {"url": "", "label": str(self.tenancy)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, tenancy = self.request.user, self.tenancy
        return super().get_context_data(
            tenancy=tenancy,
            holding=holding_of(tenancy, on=timezone.localdate()),
            signatures=tenancy.signatures.select_related("charter"),
            cases=tenancy.care_cases.all(),
            decides=user.has_perm(DECIDE),
            takes_fees=user.has_perm(TAKE_FEES),
            cares=user.has_perm(TAKE_CARE),
            **kwargs,
        )


@never_cache
def as_csv(request: HttpRequest, garden_id: int) -> StreamingHttpResponse:
    """The whole board as a file for a spreadsheet."""
    if not request.user.has_perm(SEE_BOARD):
        raise PermissionDenied
    garden = Garden.objects.filter(pk=garden_id).first()
    if garden is None:
        raise Http404
    lines = [line for row in board_of(garden, now=timezone.now()) for line in _lines(row)]
    return table_file(f"parcelles-{garden.slug}", [_titles(), *lines])


def _titles() -> list[str]:
    return [
        _("Parcelle"),
        _("Surface (m²)"),
        _("Foyer"),
        _("À qui écrire"),
        _("Adresse e-mail"),
        _("Téléphone"),
        _("Depuis le"),
        _("Dernier jour"),
        _("État"),
        _("Cotisation"),
        _("Versement"),
    ]


def _lines(row: Row) -> list[list[Any]]:
    """One line per household; one for a plot that nobody holds."""
    if not row.holdings:
        marks = ", ".join(str(mark.label) for mark in row.marks)
        return [[row.plot.number, row.plot.surface_m2, *[""] * 6, marks, "", ""]]
    return [_line(row, holding) for holding in row.holdings]


def _line(row: Row, holding: Holding) -> list[Any]:
    tenancy = holding.tenancy
    last: Enrolment | None = next(iter(holding.enrolments), None)
    return [
        row.plot.number,
        row.plot.surface_m2,
        tenancy.household.name,
        tenancy.name,
        tenancy.email,
        tenancy.phone,
        tenancy.starts_on.isoformat(),
        tenancy.ends_on.isoformat() if tenancy.ends_on else "",
        ", ".join(str(mark.label) for mark in holding.marks),
        euros(last.fee_cents) if last else "",
        last.get_fee_state_display() if last else "",
    ]
