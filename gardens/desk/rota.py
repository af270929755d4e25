"""The board of a garden's rota: who comes, what is empty, and the verbs; the proposal; the file and the paper."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any, ClassVar, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.people.models import Person
from gardens import actions, queries
from gardens.desk.chores import CHANGE_TURNS
from gardens.forms import DoneForm
from gardens.models import CallOff, Duty, Garden, Turn
from gardens.rules.rota import LOOKED_BACK, deserves_a_word
from gardens.views.refused import telling
from gardens.views.rota import monday, read_day, sheet_context

SEE_TURNS = "gardens.view_turn"
SHOWN = timedelta(days=13)
JUST_BEEN = timedelta(days=3)  # what has just been is still to be settled
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # spreadsheets take the file for Latin-1 without it


class OneRota(WagtailAdminTemplateMixin):
    """A screen about one garden's rota, for those who may see turns."""

    permission = SEE_TURNS
    header_icon = "calendar"
    kwargs: ClassVar[dict[str, Any]]
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.garden = garden_for(request, self.kwargs["garden_id"], permission=self.permission)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_page_title(self) -> str:
        return self.garden.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailsnippets_gardens_turn:list"), "label": _("Tours")},
            {"url": board(self.garden.pk), "label": self.garden.name},
        ]


class BoardView(OneRota, TemplateView):
    """Two weeks of a garden, day after day."""

    template_name = "gardens/desk/rota.html"

    def get_page_subtitle(self) -> str:
        return str(_("Le tableau des tours"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = timezone.now()
        first = read_day(self.request) or timezone.localdate(now) - JUST_BEEN
        turns = list(queries.turns_between(self.garden.pk, first=first, last=first + SHOWN))
        return super().get_context_data(
            garden=self.garden,
            days=list(_by_day(turns, now=now)),
            empty=sum(_is_to_take(turn, now=now) for turn in turns),
            to_ask=_who_deserves_a_word(self.garden.pk),
            first=first,
            last=first + SHOWN,
            before=(first - timedelta(weeks=2)).isoformat(),
            after=(first + timedelta(weeks=2)).isoformat(),
            changes=self.request.user.has_perm(CHANGE_TURNS),
            now=now,
            **kwargs,
        )


@require_POST
def call_off(request: HttpRequest, garden_id: int) -> HttpResponse:
    """« Il pleut »: one turn, or a whole day, in one press; who was to come is told once."""
    garden = garden_for(request, garden_id, permission=CHANGE_TURNS)
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
    except ValueError as wrong:
        raise Http404 from wrong
    turn = request.POST.get("turn", "")
    done = _("C’est annulé, et chaque foyer attendu reçoit un seul message.")
    with telling(request, done):
        actions.call_off(
            garden_id=garden.pk,
            day=day,
            turn_id=int(turn) if turn.isdigit() else None,
            because=request.POST.get("because", "")[:200] or _("Il pleut."),
            by=cast(Person, request.user),
        )
    return redirect(board(garden.pk, day=day))


@require_POST
def reinstate(request: HttpRequest, garden_id: int, call_off_id: int) -> HttpResponse:
    """The sky cleared."""
    garden = garden_for(request, garden_id, permission=CHANGE_TURNS)
    called = get_object_or_404(CallOff, pk=call_off_id, garden=garden)
    with telling(request, _("C’est rétabli, et dit à qui savait que c’était annulé.")):
        actions.reinstate(call_off_id=called.pk)
    return redirect(board(garden.pk, day=called.day))


@require_POST
def settle(request: HttpRequest, garden_id: int, duty_id: int) -> HttpResponse:
    """How a turn went: done in so many minutes, or not done."""
    garden = garden_for(request, garden_id, permission=CHANGE_TURNS)
    duty = get_object_or_404(
        Duty.objects.select_related("turn"), pk=duty_id, turn__chore__garden=garden
    )
    form = DoneForm(request.POST)
    minutes = form.cleaned_data.get("minutes") if form.is_valid() else None
    state = Duty.State.MISSED if "missed" in request.POST else Duty.State.DONE
    with telling(request, _("C’est noté.")):
        actions.settle_duty(duty_id=duty.pk, state=state, minutes=minutes)
    return redirect(board(garden.pk, day=duty.turn.day))


@require_POST
def lay(request: HttpRequest, garden_id: int) -> HttpResponse:
    """The turns of all the chores of a garden, eight weeks ahead."""
    garden = garden_for(request, garden_id, permission=CHANGE_TURNS)
    laid = sum(
        actions.lay_turns(chore_id=chore_id)
        for chore_id in garden.chores.values_list("pk", flat=True)
    )
    told = ngettext("%(count)d tour posé.", "%(count)d tours posés.", laid) % {"count": laid}
    messages.success(request, told if laid else _("Tous les tours étaient déjà posés."))
    return redirect(board(garden.pk))


@never_cache
@require_safe
def sheet(request: HttpRequest, garden_id: int) -> HttpResponse:
    """The paper for the door of the shed."""
    garden = garden_for(request, garden_id, permission=SEE_TURNS)
    first = monday(read_day(request) or timezone.localdate())
    context = sheet_context(garden, first=first) | {"back_url": board(garden.pk)}
    return render(request, "gardens/rota_sheet.html", context)


@never_cache
@require_safe
def as_csv(request: HttpRequest, garden_id: int) -> HttpResponse:
    """A year of turns, past and to come: households and minutes, never an address."""
    garden = garden_for(request, garden_id, permission=SEE_TURNS)
    file = StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerows([_safe(cell) for cell in row] for row in _rows(garden))
    response = HttpResponse(BOM + file.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="tours-{garden.slug}.csv"'
    return response


def garden_for(request: HttpRequest, garden_id: int, *, permission: str) -> Garden:
    """The garden, for those who may. Raises PermissionDenied, Http404."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
    garden: Garden = get_object_or_404(Garden, pk=garden_id)
    return garden


def board(garden_id: int, *, day: date | None = None) -> str:
    """Where the board of a garden is, at a day."""
    address = reverse("gardens_desk:rota", args=[garden_id])
    return f"{address}?depuis={day.isoformat()}#jour-{day.isoformat()}" if day else address


def _is_to_take(turn: Turn, *, now: datetime) -> bool:
    people = turn.people  # type: ignore[attr-defined]
    return turn.starts_at > now and not turn.is_called_off and len(people) < turn.places


def _by_day(turns: list[Turn], *, now: datetime) -> Iterator[dict[str, Any]]:
    for day in sorted({turn.day for turn in turns}):
        of_day = [turn for turn in turns if turn.day == day]
        ahead = [turn for turn in of_day if turn.ends_at > now and not turn.is_called_off]
        yield {"day": day, "turns": of_day, "may_be_called_off": bool(ahead)}


def _who_deserves_a_word(garden_id: int) -> list[str]:
    """Households that missed several turns within a year: somebody asks how they are."""
    since = timezone.now() - LOOKED_BACK
    missed: dict[str, int] = {}
    rows = Duty.objects.filter(
        state=Duty.State.MISSED, starts_at__gt=since, turn__chore__garden=garden_id
    )
    for name in rows.values_list("household__name", flat=True):
        missed[name] = missed.get(name, 0) + 1
    return sorted(name for name, count in missed.items() if deserves_a_word(count))


def _rows(garden: Garden) -> Iterator[list[str]]:
    yield [
        _("Jour"),
        _("Début"),
        _("Fin"),
        _("Tâche"),
        _("Foyer"),
        _("État"),
        _("Minutes"),
        _("Annulé"),
    ]
    today = timezone.localdate()
    for turn in queries.turns_between(
        garden.pk, first=today - LOOKED_BACK, last=today + LOOKED_BACK
    ):
        starts, ends = (timezone.localtime(at) for at in (turn.starts_at, turn.ends_at))
        when = [turn.day.isoformat(), f"{starts:%H:%M}", f"{ends:%H:%M}", turn.chore.name]
        off = (turn.call_off.because or _("oui")) if turn.call_off else ""
        for duty in turn.people:  # type: ignore[attr-defined]
            minutes = str(duty.minutes or "")
            yield [*when, duty.household.name, duty.get_state_display(), minutes, off]
        for _place in range(turn.places - len(turn.people)):  # type: ignore[attr-defined]
            yield [*when, "", _("à prendre"), "", off]


def _safe(cell: str) -> str:
    """What a spreadsheet would run as a formula is only text here."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
