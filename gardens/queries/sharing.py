"""Corners, matches and agreements, as households read them."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from gardens.models import (
    AgreementChange,
    Corner,
    Match,
    SharingAgreement,
    Side,
    Tenancy,
)
from gardens.queries.news import News
from gardens.rules.sharing import asks_to_go_on
from gardens.words_sharing import first_name, full_name


def corner_of(tenancy: Tenancy) -> Corner | None:
    """The corner that a household proposes now."""
    corner = tenancy.corners.filter(state=Corner.State.OPEN).first()
    if corner is not None:
        corner.tenancy = tenancy
    return corner


def standing_match(corner: Corner, *, at: datetime) -> Match | None:
    """The match that waits for answers about a corner."""
    match = corner.matches.alive(at=at).select_related("request").first()
    if match is not None:
        match.corner = corner
    return match


def match_by_token(token: str) -> tuple[Match, Side] | None:
    """A match by the link of one of the two, and which of them it is."""
    match = (
        Match.objects.filter(Q(host_token=token) | Q(guest_token=token))
        .select_related(
            "request__garden",
            "corner__tenancy__plot__garden",
            "corner__tenancy__household",
            "agreement__guest",
        )
        .first()
    )
    if match is None:
        return None
    return match, Side.HOST if match.host_token == token else Side.GUEST


def agreement_of(tenancy: Tenancy) -> SharingAgreement | None:
    """The agreement in which a household shares, or shared last, with both of them."""
    agreements = SharingAgreement.objects.of(tenancy)
    return agreements.select_related(
        "host__plot__garden", "host__household", "guest__household"
    ).first()


def waiting_change(agreement: SharingAgreement) -> AgreementChange | None:
    """New words that wait for the yes of one of the two."""
    waiting = agreement.changes.filter(state=AgreementChange.State.PROPOSED)
    return waiting.select_related("by__household").first()


def sharing_panel(tenancy: Tenancy, news: News, *, now: datetime) -> dict[str, Any]:
    """What a household's page says of sharing: with whom, or what it proposes, or that it may."""
    agreement = agreement_of(tenancy) if news.agreement else None
    if agreement and agreement.is_living:
        side = agreement.side_of(tenancy)
        asks = agreement.state == SharingAgreement.State.TRIAL and asks_to_go_on(
            trial_until=agreement.trial_until, day=timezone.localdate(now)
        )
        return {
            "agreement": agreement,
            "partner": full_name(agreement.partner_of(tenancy)),
            "change": waiting_change(agreement) if news.change else None,
            "asks": asks and not agreement.stays(side),
        }
    corner = corner_of(tenancy) if news.corner else None
    match = standing_match(corner, at=now) if corner else None
    return {
        "ended": agreement,
        "corner": corner,
        "match": match,
        "guest": first_name(match.request.name) if match else "",
        "said_yes": match.host_yes_at if match else None,
        "match_url": match.url_for(Side.HOST) if match else "",
    }
