"""The plan, drawn: its shapes on a sheet, and beside it the same shapes in fields that need no script."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.drawing import middle_of, rectangle
from commons.people.models import Person
from gardens import actions, queries
from gardens.desk.drawing_words import say_problem, say_who_drew
from gardens.forms.drawing import PlanMistypedError, Row, Rows, next_key, read
from gardens.models import Feature, Garden, Plot
from gardens.refusals import PlanChangedError, PlanRefusedError, PlotHasPastError

LATEST_CHANGES = 12
CHANGE_PLOTS = "gardens.change_plot"
STEP_DM = 5


class Doors:
    """The screens of a plot, by its id. Their addresses are looked up once, rather than for each row."""

    NAMES: ClassVar[dict[str, str]] = {
        "sheet": "wagtailsnippets_gardens_plot:edit",
        "split": "gardens_plan:split",
        "merge": "gardens_plan:merge",
        "retire": "gardens_plan:retire",
    }

    def __init__(self) -> None:
        found = {door: reverse(name, args=[0]) for door, name in self.NAMES.items()}
        self._halves = {door: address.rsplit("/0/", 1) for door, address in found.items()}

    def of(self, plot: Plot) -> dict[str, str]:
        return {
            door: f"{before}/{plot.pk}/{after}" for door, (before, after) in self._halves.items()
        }


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """A row, what it is called, and where its name stands on the sheet."""

    row: Row
    name: str
    points: str
    x: float
    y: float
    plot: Plot | None = None
    doors: dict[str, str] = field(default_factory=dict)  # of the plot
    is_wrong: bool = False


class OneGarden(WagtailAdminTemplateMixin):
    """A screen about the plots of one garden, for those who may change them."""

    permission = CHANGE_PLOTS
    header_icon = "site"
    kwargs: ClassVar[dict[str, Any]]
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        self.garden = self.get_garden()
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_garden(self) -> Garden:
        return get_object_or_404(Garden, pk=self.kwargs["garden_id"])

    @property
    def volunteer(self) -> Person:
        """Who acts: the desk lets nobody in without an account."""
        return cast(Person, self.request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailsnippets_gardens_garden:list"), "label": _("Jardins")},
            {"url": screen_of(self.garden), "label": self.garden.name},
        ]

    def get_page_subtitle(self) -> str:
        return self.garden.name


def screen_of(garden: Garden) -> str:
    return reverse("gardens_plan:draw", args=[garden.pk])


class DrawView(OneGarden, TemplateView):
    template_name = "gardens/desk/draw.html"

    def get_page_title(self) -> str:
        return _("Le plan")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        plan = queries.open_plan(self.garden)
        return self._show(plan, Rows.of(plan.plots, plan.features))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = Rows.posted(request.POST)
        try:
            actions.draw_plan(
                garden_id=self.garden.pk,
                version=request.POST.get("version", ""),
                drawing=read(rows),
                by=self.volunteer,
            )
        except PlanMistypedError as mistyped:
            return self._send_back(rows, sentences=mistyped.sentences)
        except PlanRefusedError as refused:
            wrong = {number for problem in refused.problems for number in problem.numbers}
            return self._send_back(rows, sentences=map(say_problem, refused.problems), wrong=wrong)
        except PlotHasPastError as refused:
            kept = rows.keeping(_ids(self.garden, refused.numbers))
            return self._send_back(kept, sentences=[_say_past(refused)], wrong=refused.numbers)
        except PlanChangedError as changed:
            return self._give_back(rows, changed)
        messages.success(request, _("Le plan est enregistré."))
        return redirect(screen_of(self.garden))

    def _send_back(self, rows: Rows, *, sentences: Any, wrong: Any = ()) -> HttpResponse:
        """What was drawn, with what to mend; the version stays the one they opened."""
        plan = queries.open_plan(self.garden)
        version = self.request.POST.get("version", "")
        return self._show(
            plan, rows, sentences=list(sentences), wrong=set(wrong), version=version, status=422
        )

    def _give_back(self, rows: Rows, changed: PlanChangedError) -> HttpResponse:
        """What was drawn, beside what somebody else kept meanwhile: sent again, it takes its place."""
        plan = queries.open_plan(self.garden)
        return self._show(
            plan,
            rows.beside(Rows.of(plan.plots, plan.features)),
            conflict=say_who_drew(changed.change),
            status=422,
        )

    def _show(
        self,
        plan: queries.OpenPlan,
        rows: Rows,
        *,
        sentences: list[str] | None = None,
        wrong: set[int] | None = None,
        conflict: str = "",
        version: str = "",
        status: int = 200,
    ) -> HttpResponse:
        standing = {plot.pk: plot for plot in plan.plots}
        doors = Doors()
        context = self.get_context_data(
            garden=self.garden,
            plots=[
                *(_shown_plot(row, standing, doors, wrong=wrong or set()) for row in rows.plots),
                _blank(Row(key=next_key("n", rows.plots)), name=_("Une parcelle de plus")),
            ],
            features=[
                *map(_shown_feature, rows.features),
                _blank(
                    Row(key=next_key("m", rows.features), kind=Feature.Kind.TREE),
                    name=_("Un repère de plus"),
                ),
            ],
            kinds=Feature.Kind.choices,
            step=STEP_DM,
            sentences=sentences or [],
            conflict=conflict,
            version=version or plan.version,
            changes=queries.changes_of(self.garden, latest=LATEST_CHANGES),
        )
        return self.render_to_response(context, status=status)


def _shown_plot(row: Row, standing: dict[int, Plot], doors: Doors, *, wrong: set[int]) -> ShownRow:
    plot = standing.get(row.row_id) if row.row_id else None
    return ShownRow(
        row=row,
        name=_("Parcelle %(number)s") % {"number": row.number},
        is_wrong=row.number.isdecimal() and int(row.number) in wrong,
        plot=plot,
        doors=doors.of(plot) if plot else {},
        **_where(row),
    )


def _shown_feature(row: Row) -> ShownRow:
    kinds = dict(Feature.Kind.choices)
    return ShownRow(row=row, name=str(kinds.get(row.kind, "")).capitalize(), **_where(row))


def _blank(row: Row, *, name: str) -> ShownRow:
    """A row for one shape more; it stands nowhere yet."""
    return ShownRow(row=row, name=name, points="", x=0, y=0)


def _where(row: Row) -> dict[str, Any]:
    """Where the sheet draws a row; nowhere while a field is mistyped."""
    try:
        outline = [[float(n) for n in p.split(",", 1)] for p in row.corners.split()] or rectangle(
            float(row.x), float(row.y), float(row.width), float(row.height)
        )
    except ValueError:
        return {"points": "", "x": 0, "y": 0}
    x, y = middle_of(outline)
    return {"points": " ".join(f"{px:g},{py:g}" for px, py in outline), "x": x, "y": y}


def _ids(garden: Garden, numbers: Sequence[int]) -> set[int]:
    plots = Plot.objects.current().filter(garden=garden).filter(number__in=numbers)
    return set(plots.values_list("pk", flat=True))


def _say_past(refused: PlotHasPastError) -> str:
    return _(
        "Des foyers ont cultivé, ou un changement a créé : %(numbers)s. On ne supprime pas une parcelle qui a un "
        "passé ; retirez-la depuis sa page, elle quittera le plan et son histoire restera."
    ) % {"numbers": ", ".join(map(str, refused.numbers))}
