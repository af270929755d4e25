"""A household's garden log: a plant is tapped, a line is written, and can be mended for some days."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gardens import actions, queries
from gardens.forms import GrowingForm, HarvestForm, PlantForm
from gardens.log_file import as_csv
from gardens.models import Growing, Harvest, Tenancy
from gardens.refusals import LineClosedError, PlotEndedError
from gardens.rules.growing import Way, may_be_corrected
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import has_ended, open_tenancy_or_404, tenancy_or_404


@dataclass(frozen=True)
class Gesture:
    """What one does in a garden. ``way`` is None for a harvest; any sowing is COVER until its sheet says more."""

    way: Way | None
    title: Any


GESTURES = {
    "seme": Gesture(Way.COVER, gettext_lazy("Qu’avez-vous semé ?")),
    "plante": Gesture(Way.PLANTED, gettext_lazy("Qu’avez-vous planté ?")),
    "recolte": Gesture(None, gettext_lazy("Qu’avez-vous récolté ?")),
}
KINDS: dict[str, tuple[type[Growing] | type[Harvest], type[Form]]] = {
    "culture": (Growing, GrowingForm),
    "recolte": (Harvest, HarvestForm),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, token: str, gesture: str) -> HttpResponse:
    """The second tap: which plant. It is written at once; the next page tells more and takes it back."""
    tenancy = open_tenancy_or_404(token)
    shown = GESTURES.get(gesture)
    if shown is None:
        raise Http404
    wanted = request.GET.get("q", "").strip()[:60]
    form = PlantForm(request.POST or None, initial={"autre": wanted})
    if request.method == "POST" and form.is_valid():
        return _write(request, tenancy, shown, form)
    today = timezone.localdate()
    context = {
        "tenancy": tenancy,
        "gesture": gesture,
        "title": shown.title,
        "wanted": wanted,
        "form": form,
        "shelves": queries.choices(tenancy, way=shown.way, wanted=wanted, today=today),
        "crumbs": plot_crumbs(tenancy, shown.title),
    }
    return render(request, "gardens/note.html", context, status=422 if form.errors else 200)


def _write(
    request: HttpRequest, tenancy: Tenancy, gesture: Gesture, form: PlantForm
) -> HttpResponse:
    today = timezone.localdate()
    common = {
        "tenancy_id": tenancy.pk,
        "form_key": form.cleaned_data["form_key"],
        "on": today,
        **form.named,
    }
    if gesture.way is None:
        return redirect(
            "gardens:log_line", tenancy.token, "recolte", actions.note_harvest(**common).pk
        )
    way = gesture.way
    if way == Way.COVER:
        zone = tenancy.plot.garden.zone
        way = queries.way_of_sowing(form.named["plant"], climate=zone, today=today)
    line = actions.note_growing(**common, way=way)
    return redirect("gardens:log_line", tenancy.token, "culture", line.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_line(request: HttpRequest, token: str, kind: str, line_id: int) -> HttpResponse:
    """One line: when it can be picked, what gardeners advise, and all that may be added or mended."""
    tenancy = tenancy_or_404(token)
    model, form_class = _kind_or_404(kind)
    line = model.objects.of(tenancy).filter(pk=line_id).first()
    if line is None:
        raise Http404
    is_open = not has_ended(tenancy) and may_be_corrected(line.created_at, now=timezone.now())
    facts = {name: getattr(line, name) for name in form_class.base_fields}
    form = form_class(request.POST or None, initial=facts)
    if request.method == "POST" and form.is_valid():
        return _correct(request, tenancy, model, line_id, form.cleaned_data)
    context = {
        "tenancy": tenancy,
        "line": line,
        "kind": kind,
        "form": form if is_open else None,
        "beds": queries.beds_of(tenancy) if kind == "culture" else [],
        "crumbs": plot_crumbs(tenancy, line.title),
        **_told_of(line, tenancy),
    }
    return render(request, "gardens/log_line.html", context, status=422 if form.errors else 200)


def _kind_or_404(kind: str) -> tuple[type[Growing] | type[Harvest], type[Form]]:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _told_of(line: Growing | Harvest, tenancy: Tenancy) -> dict[str, Any]:
    if isinstance(line, Harvest):
        return {}
    zone = tenancy.plot.garden.zone
    return {
        "window": queries.window_of(line, climate=zone),
        "advice": queries.advice_on(line, climate=zone),
    }


def _correct(
    request: HttpRequest,
    tenancy: Tenancy,
    model: type[Growing] | type[Harvest],
    line_id: int,
    facts: dict[str, Any],
) -> HttpResponse:
    try:
        actions.correct_line(model, tenancy_id=tenancy.pk, line_id=line_id, **facts)
    except (LineClosedError, PlotEndedError):
        messages.error(request, _("Cette ligne est trop ancienne pour changer."))
    else:
        messages.success(request, _("C’est noté."))
    return redirect(tenancy.get_absolute_url())


@never_cache
@require_POST
def erase(request: HttpRequest, token: str, kind: str, line_id: int) -> HttpResponse:
    """Take a line back."""
    tenancy = open_tenancy_or_404(token)
    model, _form = _kind_or_404(kind)
    try:
        line = actions.erase_line(model, tenancy_id=tenancy.pk, line_id=line_id)
    except LineClosedError:
        messages.error(request, _("Cette ligne est trop ancienne pour changer."))
    except (Growing.DoesNotExist, Harvest.DoesNotExist):
        messages.info(request, _("Cette ligne était déjà effacée."))
    else:
        messages.success(request, _("Ligne effacée : %(plant)s.") % {"plant": line.name})
    return redirect(tenancy.get_absolute_url())


@never_cache
@require_safe
def log(request: HttpRequest, token: str) -> HttpResponse:
    """The log, a year at a time, and what the plot remembers."""
    tenancy = tenancy_or_404(token)
    years = queries.years_of(tenancy) or [timezone.localdate().year]
    asked = request.GET.get("annee", "")
    year = next((year for year in years if str(year) == asked), years[0])
    context = {
        "tenancy": tenancy,
        "log": queries.year_log(tenancy, year=year),
        "memory": queries.memory_of(tenancy.plot_id, tenancy.part),
        "years": [
            {"label": other, "url": f"?annee={other}", "current": other == year, "count": None}
            for other in years
        ],
        "crumbs": plot_crumbs(tenancy, _("Mon carnet")),
    }
    return render(request, "gardens/log.html", context)


@never_cache
@require_safe
def log_file(request: HttpRequest, token: str) -> HttpResponse:
    """The whole log as a file for a spreadsheet."""
    return as_csv(tenancy_or_404(token))
