"""The rota of a garden, for whoever holds a plot's link: one's own turns first, then who does what."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commons.calendars import MIME, calendar_file
from gardens import actions, agenda, queries
from gardens.forms import TurnWishesForm
from gardens.models import Tenancy, Turn
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404
from gardens.views.refused import telling

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
FARTHEST = timedelta(days=120)


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days that the page shows: seven of them, or four weeks for a month, from today unless asked otherwise."""

    first: date
    last: date
    is_month: bool

    @property
    def before(self) -> str:
        return self._address(self.first - (self.last - self.first) - A_DAY)

    @property
    def after(self) -> str:
        return self._address(self.last + A_DAY)

    def _address(self, day: date) -> str:
        view = "&vue=mois" if self.is_month else ""
        return f"?depuis={day.isoformat()}{view}"


@never_cache
@require_safe
def rota(request: HttpRequest, token: str) -> HttpResponse:
    """My turns, what others look for, then the turns of some weeks."""
    tenancy = open_tenancy_or_404(token)
    now = timezone.now()
    span = read_span(request, today=timezone.localdate(now))
    turns = queries.turns_between(tenancy.plot.garden_id, first=span.first, last=span.last)
    context = _context(tenancy, _("Les tours")) | {
        "mine": queries.duties_of(tenancy, now=now),
        "open_swaps": [
            swap
            for swap in queries.open_swaps(tenancy.plot.garden_id, now=now)
            if swap.offered.household_id != tenancy.household_id
        ],
        "shown": queries.shown_to(tenancy, turns, now=now),
        "span": span,
        "tabs": _tabs(span),
        "now": now,
    }
    return render(request, "gardens/rota.html", context)


@never_cache
@require_safe
def sheet(request: HttpRequest, token: str) -> HttpResponse:
    """One week on paper, for the door of the shed: households, never an address."""
    tenancy = open_tenancy_or_404(token)
    first = monday(read_day(request) or timezone.localdate())
    back = reverse("gardens:rota", args=[token])
    return render(
        request,
        "gardens/rota_sheet.html",
        sheet_context(tenancy.plot.garden, first=first) | {"back_url": back},
    )


@never_cache
@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The household's turns, as a calendar to subscribe to: whoever has the link reads it, nobody else."""
    tenancy = open_tenancy_or_404(token)
    now = timezone.now()
    entries = agenda.of_tenancy(tenancy, start=now - timedelta(weeks=4))
    file = calendar_file(entries, now=now, name=_("Mes tours, %(garden)s") % _named(tenancy))
    return HttpResponse(file, content_type=MIME, headers={"X-Robots-Tag": "noindex"})


@require_POST
def take(request: HttpRequest, token: str, turn_id: int) -> HttpResponse:
    """« Je prends ce tour »."""
    tenancy = open_tenancy_or_404(token)
    get_object_or_404(Turn, pk=turn_id, chore__garden=tenancy.plot.garden_id)
    done = _("C’est noté : ce tour est à vous. Un rappel partira la veille et le matin.")
    with telling(request, done):
        actions.take_turn(turn_id=turn_id, tenancy_id=tenancy.pk)
    return redirect("gardens:rota", token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, token: str) -> HttpResponse:
    """When one cannot come, how often at most, and whether a weekly letter is welcome."""
    tenancy = open_tenancy_or_404(token)
    kept = queries.wishes_of(tenancy)
    initial = {
        "days_off": kept.days_off,
        "most_a_month": kept.most_a_month,
        "weekly_digest": kept.weekly_digest,
    }
    form = TurnWishesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with telling(request, _("Vos souhaits sont notés. L’équipe du jardin en tient compte.")):
            actions.write_wishes(tenancy_id=tenancy.pk, **form.cleaned_data)
        return redirect("gardens:rota", token)
    context = _context(tenancy, _("Mes souhaits")) | {"form": form}
    return render(request, "gardens/turn_wishes.html", context, status=422 if form.errors else 200)


def sheet_context(garden: Any, *, first: date) -> dict[str, Any]:
    """A garden's week, day after day, for the paper sheet."""
    days = [first + timedelta(days=offset) for offset in range(7)]
    turns = list(queries.turns_between(garden.pk, first=days[0], last=days[-1]))
    return {
        "garden": garden,
        "week": [(day, [turn for turn in turns if turn.day == day]) for day in days],
        "first": days[0],
        "last": days[-1],
        "next_week": (first + A_WEEK).isoformat(),
    }


def read_span(request: HttpRequest, *, today: date) -> Span:
    """The weeks an address asks for; what it gets wrong is read as not said."""
    is_month = request.GET.get("vue") == "mois"
    asked = read_day(request) or today
    first = min(max(asked, today - FARTHEST), today + FARTHEST)
    days = 4 * A_WEEK if is_month else A_WEEK
    return Span(first=first, last=first + days - A_DAY, is_month=is_month)


def read_day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("depuis", ""))
    except ValueError:
        return None


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def _tabs(span: Span) -> list[dict[str, Any]]:
    since = f"?depuis={span.first.isoformat()}"
    return [
        {"label": _("La semaine"), "url": since, "current": not span.is_month},
        {"label": _("Le mois"), "url": f"{since}&vue=mois", "current": span.is_month},
    ]


def _context(tenancy: Tenancy, title: str) -> dict[str, Any]:
    return {
        "tenancy": tenancy,
        "garden": tenancy.plot.garden,
        "crumbs": plot_crumbs(tenancy, title),
    }


def _named(tenancy: Tenancy) -> dict[str, str]:
    return {"garden": tenancy.plot.garden.name}
