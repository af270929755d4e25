"""A match: proposed to both, answered by each through a link of its own."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import enrolling, journal, letters, matchmaking
from gardens.actions.corners import runs
from gardens.actions.requests import close
from gardens.locks import lock_garden
from gardens.models import (
    Corner,
    LogLine,
    Match,
    Plot,
    PlotOffer,
    PlotRequest,
    SharingAgreement,
    Side,
    Tenancy,
)
from gardens.refusals import (
    CornerGoneError,
    HoldsEnoughError,
    MatchGoneError,
    MatchStandsError,
    NobodySuitsError,
    NotSuitedError,
    ReasonMissingError,
)
from gardens.rules.sharing import trial_until
from gardens.rules.standing import first_label
from gardens.settling import give
from gardens.vacancies import holds_enough


def propose_match(
    *,
    corner_id: int,
    by: Person | None,
    request_id: int | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> Match:
    """Bring a corner to the household that the rule says, or to ``request_id``, for a reason that is kept.

    Raises CornerGoneError, MatchStandsError, NobodySuitsError, NotSuitedError, ReasonMissingError,
    Corner.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        known = Corner.objects.values_list("tenancy__plot__garden", flat=True).get(pk=corner_id)
        garden = lock_garden(known)
        now = now or timezone.now()
        matchmaking.write_expired(garden, now=now)
        corner = Corner.objects.select_related("tenancy__plot__garden").get(pk=corner_id)
        if corner.state != Corner.State.OPEN or not runs(corner.tenancy, now=now):
            raise CornerGoneError
        if corner.matches.alive(at=now).exists():
            raise MatchStandsError
        found = matchmaking.look(corner, now=now)
        asked = _chosen(found, request_id=request_id, reason=reason)
        return matchmaking.propose(corner, asked, found, by=by, now=now, reason=reason.strip())


def say_yes(*, token: str, now: datetime | None = None) -> Match:
    """One of the two agrees; the first yes waits for the other, the second makes the agreement.

    Said again it changes nothing. Raises MatchGoneError, HoldsEnoughError, Match.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        match, side = _locked_match(token)
        now = now or timezone.now()
        if match.state == Match.State.AGREED or match.said_yes(side):
            return match
        if not _still_stands(match, now=now):
            raise MatchGoneError
        if side == Side.HOST:
            match.host_yes_at = now
        else:
            match.guest_yes_at = now
        match.save(update_fields=["host_yes_at", "guest_yes_at"])
        if match.host_yes_at and match.guest_yes_at:
            _agree(match, now=now)
        else:
            letters.tell_first_yes(match, said_by=side)
    return match


def say_no(*, token: str, words: str = "", now: datetime | None = None) -> Match:
    """One of the two declines; its words stay with the committee. Quiet if the match is over already.

    Raises Match.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        match, side = _locked_match(token)
        now = now or timezone.now()
        if not match.is_alive(at=now):
            return match
        match.declined_by_host = side == Side.HOST
        match.decline_words = words
        matchmaking.end(match, Match.State.DECLINED, now=now)
        _note(match, _("Proposition au rang %(rank)d déclinée."), now=now)
        matchmaking.propose_next(match.corner, now=now)
    return match


def revoke_match(
    *, match_id: int, by: Person | None, reason: str, now: datetime | None = None
) -> Match:
    """Take a proposal back before both said yes, with a reason that the log keeps.

    Raises ReasonMissingError, MatchGoneError, Match.DoesNotExist.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        match, _side = _locked_match(Match.objects.get(pk=match_id).host_token)
        now = now or timezone.now()
        if not match.is_alive(at=now):
            raise MatchGoneError
        match.taken_back_because = reason.strip()
        matchmaking.end(match, Match.State.REVOKED, now=now)
        words = _("Proposition au rang %(rank)d reprise : %(reason)s")
        _note(match, words, by=by, now=now, reason=reason.strip())
    return match


def expire_matches(*, garden_id: int, now: datetime | None = None) -> int:
    """Write down the matches of a garden that were not answered in time; says how many.

    Each corner then goes to the next, where the garden says so.
    """
    with transaction.atomic(durable=True):
        garden = lock_garden(garden_id)
        now = now or timezone.now()
        corners = matchmaking.write_expired(garden, now=now)
        for corner in corners:
            matchmaking.propose_next(corner, now=now)
    return len(corners)


def _chosen(found: matchmaking.Found, *, request_id: int | None, reason: str) -> PlotRequest:
    """Whom a corner goes to: the rule's, or the committee's choice among those whom it suits."""
    asked = found.requests.get(request_id) if request_id else found.request
    if asked is None:
        raise NobodySuitsError
    if obstacle := found.obstacles[asked.pk]:
        raise NotSuitedError(obstacle=obstacle)
    if asked.pk != found.pairing.request_id and not reason.strip():
        raise ReasonMissingError
    return asked


def _locked_match(token: str) -> tuple[Match, Side]:
    """A match by the link of one of the two, read again under its garden's lock."""
    rows = Match.objects.filter(host_token=token) | Match.objects.filter(guest_token=token)
    garden_id = rows.values_list("request__garden", flat=True).get()
    garden = lock_garden(garden_id)
    match = rows.select_related(
        "corner__tenancy__plot", "corner__tenancy__household", "request__person__household"
    ).get()
    match.corner.tenancy.plot.garden = match.request.garden = garden
    return match, Side.HOST if match.host_token == token else Side.GUEST


def _still_stands(match: Match, *, now: datetime) -> bool:
    return (
        match.is_alive(at=now)
        and match.corner.state == Corner.State.OPEN
        and match.request.state == PlotRequest.State.WAITING
        and runs(match.corner.tenancy, now=now)
    )


def _agree(match: Match, *, now: datetime) -> None:
    """Both said yes: the guest holds a part for a trial, and what the corner said is the agreement."""
    corner, asked = match.corner, match.request
    host, today = corner.tenancy, timezone.localdate(now)
    if holds_enough(asked, on=today):
        raise HoldsEnoughError
    guest = give(asked, host.plot, _split(host.plot, today=today, now=now), starts_on=today)
    enrolling.ask_word(guest, now=now)
    match.state, match.closed_at = Match.State.AGREED, now
    match.save(update_fields=["state", "closed_at"])
    corner.state, corner.closed_at = Corner.State.SHARED, now
    corner.save(update_fields=["state", "closed_at"])
    _take_back_offers(asked, now=now)
    close(asked, PlotRequest.State.GRANTED, now=now)
    agreement = _write(match, host=host, guest=guest, today=today, now=now)
    _note(match, _("Partagée avec le rang %(rank)d, à l’essai."), now=now)
    letters.tell_agreed(agreement)


def _split(plot: Plot, *, today: date, now: datetime) -> int:
    """Make one more part of a plot; its number is one that nobody holds nor is offered."""
    held = plot.tenancies.between(first=today, last=date.max).values_list("part", flat=True)
    offered = PlotOffer.objects.alive(at=now).filter(plot=plot).values_list("part", flat=True)
    plot.parts += 1
    plot.kind = Plot.Kind.SHARED
    plot.save(update_fields=["parts", "kind"])
    return first_label([*held, *offered])


def _take_back_offers(asked: PlotRequest, *, now: datetime) -> None:
    """A household that shares from now on has no other plot to answer for."""
    pending = asked.offers.filter(state=PlotOffer.State.PENDING)
    pending.update(state=PlotOffer.State.REVOKED, answered_at=now)


def _write(
    match: Match, *, host: Tenancy, guest: Tenancy, today: date, now: datetime
) -> SharingAgreement:
    season = enrolling.season_for(host.plot.garden, day=today)
    return SharingAgreement.objects.create(
        match=match,
        host=host,
        guest=guest,
        shares=match.corner.shares,
        duties=match.corner.duties,
        trial_until=trial_until(day=today, season_ends_on=season.ends_on if season else None),
        written_at=now,
    )


def _note(
    match: Match, words: Any, *, now: datetime, by: Person | None = None, **facts: Any
) -> None:
    plot = match.corner.tenancy.plot
    about = _("Parcelle %(number)d.")
    facts |= {"number": plot.number, "rank": match.rank}
    journal.note(plot.garden, LogLine.Kind.SHARING, about, words, by=by, now=now, **facts)
