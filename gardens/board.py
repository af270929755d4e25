"""The committee's board: each plot of a garden with who holds it, and what waits there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gardens.models import (
    CareCase,
    Corner,
    Enrolment,
    Garden,
    Plot,
    PlotOffer,
    Season,
    Tenancy,
)

AnyRow = TypeVar("AnyRow", bound=models.Model)


class Mark(models.TextChoices):
    """What a plot is, or waits for; it may be several at once."""

    FREE = "free", _("libre")
    OFFERED = "offered", _("proposée")
    HELD = "held", _("cultivée")
    TRIAL = "trial", _("à l’essai")
    CORNER = "corner", _("un coin libre")
    ASKED = "asked", _("réponse attendue")
    SILENT = "silent", _("sans réponse")
    LEAVING = "leaving", _("s’arrête")
    FEE_DUE = "fee-due", _("cotisation à verser")
    DEPOSIT = "deposit", _("caution à rendre")
    CARE = "care", _("prise de nouvelles")


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A household in a plot: its seasons, the last first, and the case that is open about it."""

    tenancy: Tenancy
    enrolments: list[Enrolment]
    case: CareCase | None
    on: date

    @property
    def marks(self) -> list[Mark]:
        facts = {
            Mark.HELD: self.tenancy.state == Tenancy.State.CONFIRMED,
            Mark.TRIAL: self.tenancy.state == Tenancy.State.TRIAL,
            Mark.ASKED: any(is_awaited(one, on=self.on) for one in self.enrolments),
            Mark.SILENT: any(is_silent(one, on=self.on) for one in self.enrolments),
            Mark.LEAVING: self.tenancy.ends_on is not None,
            Mark.FEE_DUE: any(one.due_cents for one in self.enrolments),
            Mark.DEPOSIT: self.tenancy.ends_on is not None
            and any(one.keeps_deposit for one in self.enrolments),
            Mark.CARE: self.case is not None,
        }
        return [mark for mark, is_so in facts.items() if is_so]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A plot on the board."""

    plot: Plot
    holdings: list[Holding]
    offers: list[PlotOffer]
    corners: list[Corner] = field(default_factory=list)

    @property
    def free_parts(self) -> int:
        taken = {holding.tenancy.part for holding in self.holdings}
        return self.plot.parts - len(taken | {offer.part for offer in self.offers})

    @property
    def marks(self) -> list[Mark]:
        """Without repetition, in the order in which they are declared."""
        found = {mark for holding in self.holdings for mark in holding.marks}
        if self.offers:
            found.add(Mark.OFFERED)
        if self.free_parts > 0:
            found.add(Mark.CORNER if self.holdings else Mark.FREE)
        if self.corners:
            found.add(Mark.CORNER)
        return [mark for mark in Mark if mark in found]


def is_awaited(enrolment: Enrolment, *, on: date) -> bool:
    """Whether its household still has time to answer."""
    return _is_asked(enrolment) and not is_silent(enrolment, on=on)


def is_silent(enrolment: Enrolment, *, on: date) -> bool:
    """Whether its answer did not come in time."""
    answer_by = enrolment.season.answer_by
    is_late = answer_by is not None and answer_by < on
    return _is_asked(enrolment) and is_late and not enrolment.is_arrival


def board_of(garden: Garden, *, now: datetime) -> list[Row]:
    """Every plot of a garden in the order of its stakes: six queries, however many plots and people."""
    on = localdate(now)
    holdings = _holdings(garden, on=on)
    alive = PlotOffer.objects.alive(at=now).filter(plot__garden=garden).select_related("request")
    offers = _by(alive, "plot_id")
    corners: dict[int, list[Corner]] = defaultdict(list)
    for corner in Corner.objects.filter(
        tenancy__plot__garden=garden, state=Corner.State.OPEN
    ).select_related("tenancy"):
        corners[corner.tenancy.plot_id].append(corner)
    return [
        Row(
            plot=plot,
            holdings=holdings[plot.pk],
            offers=offers[plot.pk],
            corners=corners[plot.pk],
        )
        for plot in Plot.objects.current().filter(garden=garden).order_by("number")
    ]


def holding_of(tenancy: Tenancy, *, on: date) -> Holding:
    """One household in its plot."""
    return _with_facts([tenancy], on=on)[0]


def _holdings(garden: Garden, *, on: date) -> dict[int, list[Holding]]:
    """Those that run on that day or will, by plot."""
    running = Tenancy.objects.between(first=on, last=date.max).filter(plot__garden=garden)
    tenancies = running.select_related("household").order_by("part", "starts_on")
    found: dict[int, list[Holding]] = defaultdict(list)
    for holding in _with_facts(list(tenancies), on=on):
        found[holding.tenancy.plot_id].append(holding)
    return found


def _with_facts(tenancies: list[Tenancy], *, on: date) -> list[Holding]:
    seasons = Enrolment.objects.filter(tenancy__in=tenancies).select_related("season", "tenancy")
    enrolments = _by(seasons.order_by("-season__starts_on"), "tenancy_id")
    cases = _by(
        CareCase.objects.filter(tenancy__in=tenancies, state__in=CareCase.OPEN), "tenancy_id"
    )
    return [
        Holding(
            tenancy=tenancy,
            enrolments=enrolments[tenancy.pk],
            case=next(iter(cases[tenancy.pk]), None),
            on=on,
        )
        for tenancy in tenancies
    ]


def _by(rows: Iterable[AnyRow], key: str) -> dict[int, list[AnyRow]]:
    found: dict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _is_asked(enrolment: Enrolment) -> bool:
    is_open = enrolment.season.state == Season.State.OPEN
    return is_open and enrolment.state == Enrolment.State.ASKED
