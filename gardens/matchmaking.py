"""Bringing a corner and a household that waits together. In the caller's transaction, under the garden's lock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import journal, letters
from gardens.models import Corner, Garden, LogLine, Match, PlotRequest, Tenancy
from gardens.rules import matching
from gardens.rules.matching import Candidate, Gardener, Obstacle, Pairing
from gardens.vacancies import line_to_propose
from gardens.words_sharing import say_passed

Ended = Match.State


@dataclass(frozen=True, kw_only=True)
class Found:
    """What the rule says of a corner, with the rows it speaks of."""

    pairing: Pairing
    requests: dict[int, PlotRequest]  # the whole line, the first first
    obstacles: dict[int, Obstacle | None]

    @property
    def request(self) -> PlotRequest | None:
        return self.requests.get(self.pairing.request_id or 0)

    def rank_of(self, asked: PlotRequest) -> int:
        return list(self.requests).index(asked.pk) + 1


def look(corner: Corner, *, now: datetime) -> Found:
    """Whom the rule brings to a corner, and why others are passed by; nine queries, however long the line."""
    host = corner.tenancy
    garden = host.plot.garden
    line = line_to_propose(garden, now=now, on=timezone.localdate(now))
    matched = set(
        Match.objects.alive(at=now).filter(request__garden=garden).values_list("request", flat=True)
    )
    tried = set(Match.objects.filter(corner__tenancy=host).values_list("request", flat=True))
    offered = _as_rule(corner)
    candidates = [
        Candidate(
            request_id=asked.pk,
            gardener=_gardener(asked),
            wish=asked.wish,
            size=asked.size,
            raised_bed=asked.raised_bed,
            has_an_offer=asked.pk in line.offered,
            has_a_match=asked.pk in matched,
            holds_enough=asked.pk in line.holding or _is_of(host, asked),
            tried_before=asked.pk in tried,
        )
        for asked in line.requests
    ]
    return Found(
        pairing=matching.pair(candidates, corner=offered),
        requests={asked.pk: asked for asked in line.requests},
        obstacles={c.request_id: matching.obstacle(c, corner=offered) for c in candidates},
    )


def reasons_for(corner: Corner, asked: PlotRequest) -> list[str]:
    """What speaks for bringing the two together, as it is kept."""
    candidate = Candidate(
        request_id=asked.pk,
        gardener=_gardener(asked),
        size=asked.size,
    )
    return [str(reason) for reason in matching.reasons(candidate, corner=_as_rule(corner))]


def propose(
    corner: Corner,
    asked: PlotRequest,
    found: Found,
    *,
    by: Person | None,
    now: datetime,
    reason: str = "",
) -> Match:
    """Write a match down, tell both, and note why others were passed by."""
    garden = corner.tenancy.plot.garden
    reasons = reasons_for(corner, asked)
    is_the_rules = asked.pk == found.pairing.request_id
    if not is_the_rules:
        reasons.remove(matching.Reason.TURN)
    match = Match.objects.create(
        corner=corner,
        request=asked,
        reasons=reasons,
        rank=found.rank_of(asked),
        proposed_at=now,
        expires_at=now + timedelta(days=garden.offer_days),
    )
    why = (
        [say_passed(why, rank) for rank, why in _passed_by_rank(found)]
        if is_the_rules
        else [_("Autrement que la règle ne le dit : %(reason)s")]
    )
    _note(
        corner,
        _("Coin de %(surface)d m² proposé au rang %(rank)d."),
        *why,
        by=by,
        now=now,
        rank=match.rank,
        reason=reason,
    )
    letters.tell_match(match)
    return match


def propose_next(corner: Corner, *, now: datetime) -> Match | None:
    """Where the garden says so, a corner without a match goes to whom the rule says, if there is anybody."""
    if not corner.tenancy.plot.garden.matches_by_itself or corner.state != Corner.State.OPEN:
        return None
    found = look(corner, now=now)
    if found.request is None:
        return None
    return propose(corner, found.request, found, by=None, now=now)


def end(match: Match, state: Match.State, *, now: datetime) -> None:
    """Close a match that stood, and tell those who still hoped; the corner and the rank stay as they are."""
    match.state = state
    match.closed_at = now
    match.save()
    letters.tell_match_over(match)


def drop_matches_of(asked: PlotRequest, *, now: datetime) -> None:
    """A request left the list: what was proposed to it is taken back, and its corner waits for the next."""
    standing = Match.objects.filter(request=asked, state=Ended.PROPOSED)
    for match in standing.select_related("corner__tenancy__plot__garden", "request"):
        end(match, Ended.REVOKED, now=now)
        _note(
            match.corner,
            _("Le rang %(rank)d a quitté la liste."),
            by=None,
            now=now,
            rank=match.rank,
        )
        propose_next(match.corner, now=now)


def withdraw(corner: Corner, *, now: datetime) -> None:
    """A corner is no longer proposed; a household that was to answer keeps its rank, and is told."""
    corner.state = Corner.State.WITHDRAWN
    corner.closed_at = now
    corner.save(update_fields=["state", "closed_at"])
    for match in corner.matches.filter(state=Ended.PROPOSED).select_related("request"):
        match.corner = corner
        end(match, Ended.REVOKED, now=now)
    _note(corner, _("Coin de %(surface)d m² retiré."), by=None, now=now)


def write_expired(garden: Garden, *, now: datetime) -> list[Corner]:
    """Write down the matches nobody answered in time; the corners that wait again."""
    overdue = Match.objects.overdue(at=now).filter(request__garden=garden)
    corners = []
    for match in overdue.select_related("corner__tenancy__plot__garden", "request").order_by("pk"):
        end(match, Ended.EXPIRED, now=now)
        _note(
            match.corner,
            _("Proposition au rang %(rank)d restée sans réponse."),
            by=None,
            now=now,
            rank=match.rank,
        )
        corners.append(match.corner)
    return corners


def _note(
    corner: Corner, *words: object, by: Person | None, now: datetime, **facts: object
) -> None:
    """A line of the log; ranks instead of names, so that it can be read out."""
    plot = corner.tenancy.plot
    about = _("Parcelle %(number)d.")
    facts |= {"number": plot.number, "surface": corner.surface_m2}
    journal.note(plot.garden, LogLine.Kind.SHARING, about, *words, by=by, now=now, **facts)


def _passed_by_rank(found: Found) -> list[tuple[int, Obstacle]]:
    ranks = {pk: rank for rank, pk in enumerate(found.requests, start=1)}
    return [(ranks[pk], why) for pk, why in found.pairing.passed]


def _as_rule(corner: Corner) -> matching.Corner:
    return matching.Corner(
        surface_m2=corner.surface_m2,
        raised_bed=corner.tenancy.plot.raised_bed,
        host=_gardener(corner),
    )


def _gardener(said: Corner | PlotRequest) -> Gardener:
    return Gardener(
        hours=said.hours,
        experience=said.experience,
        generation=said.generation,
        mixes_generations=said.mixes_generations,
    )


def _is_of(host: Tenancy, asked: PlotRequest) -> bool:
    """Whether the household that waits is the one that gives the corner."""
    same_address = bool(host.email) and host.email.lower() == asked.email.lower()
    person = asked.person
    return same_address or (person is not None and person.household_id == host.household_id)
