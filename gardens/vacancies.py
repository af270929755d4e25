"""What is free in a garden, and whom the rules propose it to."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from gardens.models import Garden, Plot, PlotOffer, PlotRequest, Tenancy
from gardens.rules.proposing import Candidate, Proposal, Vacancy, Why, propose
from gardens.rules.standing import free_part


@dataclass(frozen=True, kw_only=True)
class Line:
    """A garden's waiting list as the rules read it, the first first."""

    requests: list[PlotRequest]
    offered: set[int]  # requests with an offer to answer
    holding: set[int]  # requests of households that hold as many plots as the garden gives
    declined: dict[int, set[int]]  # by plot, the requests that did not want it

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Made once, however many plots are proposed to them."""
        return [
            Candidate(
                request_id=asked.pk,
                wish=asked.wish,
                raised_bed=asked.raised_bed,
                size=asked.size,
                has_an_offer=asked.pk in self.offered,
                holds_enough=asked.pk in self.holding,
            )
            for asked in self.requests
        ]

    def proposal(self, plot: Plot) -> Proposal:
        """Whom a plot's free part goes to by the published rules, and why others are passed by."""
        declined_by: Set[int] = self.declined.get(plot.pk, frozenset())
        return propose(self.candidates, vacancy=vacancy_of(plot, declined_by=declined_by))


@dataclass(frozen=True, kw_only=True)
class Free:
    """A plot with a part that nobody holds nor is offered, and what the rules say of it."""

    plot: Plot
    part: int
    proposed: PlotRequest | None
    passed: list[tuple[PlotRequest, Why]]


def vacancy_of(plot: Plot, *, declined_by: Set[int]) -> Vacancy:
    """A part of a plot, as the rules see it."""
    return Vacancy(
        shared=plot.parts > 1,
        raised_bed=plot.raised_bed,
        surface_m2=float(plot.surface_m2) / max(plot.parts, 1),
        declined_by=declined_by,
    )


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What of a garden is held from a day on, or offered now."""

    held: list[Any]  # household, address, tenancy, plot, part
    offered: list[Any]  # request, plot, part

    def parts(self) -> dict[int, set[int]]:
        """By plot."""
        held = [(plot, part) for _household, _email, _pk, plot, part in self.held]
        return _by_first([*held, *((plot, part) for _request, plot, part in self.offered)])


def _taken(garden: Garden, *, now: datetime, on: date) -> Taken:
    held = Tenancy.objects.filter(plot__garden=garden).between(first=on, last=date.max)
    offered = PlotOffer.objects.alive(at=now).filter(plot__garden=garden)
    return Taken(
        held=list(held.values_list("household", "email", "pk", "plot", "part")),
        offered=list(offered.values_list("request", "plot", "part")),
    )


def line_to_propose(garden: Garden, *, now: datetime, on: date) -> Line:
    """The waiting list with all that a proposal asks of it: four queries, however long it is."""
    return _line(garden, _taken(garden, now=now, on=on))


def _line(garden: Garden, taken: Taken) -> Line:
    requests = list(
        PlotRequest.objects.waiting().filter(garden=garden).select_related("person__household")
    )
    declined = PlotOffer.objects.filter(
        request__garden=garden, request__state="waiting", state=PlotOffer.State.DECLINED
    )
    return Line(
        requests=requests,
        offered={request for request, _plot, _part in taken.offered},
        holding=_holding_enough(garden, requests, taken.held),
        declined=_by_first(declined.values_list("plot", "request")),
    )


def _holding_enough(
    garden: Garden, requests: Iterable[PlotRequest], held: Iterable[Any]
) -> set[int]:
    """The requests of those who hold enough: by their household, or by their address in its letters."""
    holders = [(household, email.lower(), pk) for household, email, pk, *_where in held]
    by_household = _by_first((household, pk) for household, _email, pk in holders)
    by_email = _by_first((email, pk) for _household, email, pk in holders if email)
    return {
        asked.pk
        for asked in requests
        if len(
            by_household.get(_household_of(asked), set()) | by_email.get(asked.email.lower(), set())
        )
        >= garden.most_plots
    }


def _household_of(asked: PlotRequest) -> int | None:
    return asked.person.household_id if asked.person else None


def _by_first(pairs: Iterable[tuple[Any, int]]) -> dict[Any, set[int]]:
    """Each first of the pairs with all its seconds."""
    found: dict[Any, set[int]] = {}
    for first, second in pairs:
        found.setdefault(first, set()).add(second)
    return found


def holds_enough(asked: PlotRequest, *, on: date) -> bool:
    """Whether a household holds as many plots of the garden as it gives to one."""
    held = Tenancy.objects.filter(plot__garden=asked.garden).between(first=on, last=date.max)
    return asked.pk in _holding_enough(
        asked.garden, [asked], held.values_list("household", "email", "pk")
    )


def part_free_for(plot: Plot, *, starts_on: date, now: datetime) -> int | None:
    """A part of a plot that nobody holds from that day on, nor is offered; None when there is none."""
    held = plot.tenancies.between(first=starts_on, last=date.max).values_list("part", flat=True)
    offered = PlotOffer.objects.alive(at=now).filter(plot=plot).values_list("part", flat=True)
    return free_part(parts=plot.parts, held=[*held, *offered])


def free_plots(garden: Garden, *, now: datetime, on: date) -> list[Free]:
    """What may be proposed in a garden from a day on; five queries, however many plots and people."""
    taken = _taken(garden, now=now, on=on)
    line, parts = _line(garden, taken), taken.parts()
    by_id = {asked.pk: asked for asked in line.requests}
    found = []
    plots = Plot.objects.current().filter(garden=garden).exclude(kind=Plot.Kind.COLLECTIVE)
    for plot in plots.order_by("number"):
        part = free_part(parts=plot.parts, held=parts.get(plot.pk, ()))
        if part is None:
            continue
        proposal = line.proposal(plot)
        found.append(
            Free(
                plot=plot,
                part=part,
                proposed=by_id.get(proposal.request_id or 0),
                passed=[(by_id[pk], why) for pk, why in proposal.passed],
            )
        )
    return found
