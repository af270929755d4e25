"""Offering a plot: the rules propose, the committee decides, the household answers by its link."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import enrolling, journal, letters
from gardens.actions.requests import close
from gardens.locks import lock_garden, lock_gardens
from gardens.models import LogLine, Plot, PlotOffer, PlotRequest, Tenancy
from gardens.refusals import (
    HoldsEnoughError,
    NotWaitingError,
    OfferGoneError,
    OfferStandsError,
    PlotFullError,
    ReasonMissingError,
)
from gardens.settling import give
from gardens.vacancies import holds_enough, line_to_propose, part_free_for


def offer_plot(
    *,
    request_id: int,
    plot_id: int,
    starts_on: date,
    by: Person | None,
    reason: str = "",
    now: datetime | None = None,
) -> PlotOffer:
    """Hold a part of a plot for a household, until the garden's delay has passed, and write to it.

    Whoever decides otherwise than the rules propose says why; the reason is kept.
    Raises NotWaitingError, OfferStandsError, PlotFullError, ReasonMissingError, DoesNotExist.
    """
    with transaction.atomic(durable=True):
        garden = lock_garden(PlotRequest.objects.get(pk=request_id).garden_id)
        now = now or timezone.now()
        asked = garden.requests.get(pk=request_id)
        plot = Plot.objects.current().filter(garden=garden).get(pk=plot_id)
        _write_expired(garden.pk, now=now)
        if asked.state != PlotRequest.State.WAITING:
            raise NotWaitingError
        if asked.offers.alive(at=now).exists():
            raise OfferStandsError
        part = part_free_for(plot, starts_on=starts_on, now=now)
        if part is None:
            raise PlotFullError
        line = line_to_propose(garden, now=now, on=starts_on)
        if line.proposal(plot).request_id != asked.pk and not reason.strip():
            raise ReasonMissingError
        offer = PlotOffer.objects.create(
            request=asked,
            plot=plot,
            part=part,
            starts_on=starts_on,
            offered_at=now,
            expires_at=now + timedelta(days=garden.offer_days),
            decided_by=by,
            rank=[other.pk for other in line.requests].index(asked.pk) + 1,
            reason=reason.strip(),
        )
        _note(offer, LogLine.Kind.OFFERED, _why(offer), by=by, now=now)
        letters.tell_offered(offer)
    return offer


def accept_offer(
    *,
    token: str,
    signed_by: str = "",
    chosen_cents: int | None = None,
    leaves_other_lists: bool = False,
    now: datetime | None = None,
) -> Tenancy:
    """Take what was offered: sign the season's charter, owe what was chosen, hold the part from its day on.

    Accepting again gives back the same tenancy. ``leaves_other_lists`` withdraws the household's requests
    in other gardens. Raises OfferGoneError, HoldsEnoughError, FeeRefusedError, SignatureMissingError,
    PlotFullError, PlotOffer.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        known = PlotOffer.objects.select_related("request").get(token=token)
        others = _elsewhere(known.request) if leaves_other_lists else {}
        gardens = lock_gardens([known.request.garden_id, *others])
        garden = gardens[known.request.garden_id]
        now = now or timezone.now()
        offer = PlotOffer.objects.select_related("request__person__household", "plot").get(
            pk=known.pk
        )
        if offer.tenancy:
            return offer.tenancy
        if not offer.is_alive(at=now) or offer.request.state != PlotRequest.State.WAITING:
            raise OfferGoneError
        asked = offer.request
        asked.garden = garden
        if holds_enough(asked, on=offer.starts_on):
            raise HoldsEnoughError
        offer.tenancy = tenancy = give(asked, offer.plot, offer.part, starts_on=offer.starts_on)
        season = enrolling.season_for(garden, day=offer.starts_on)
        if season:
            enrolling.enrol(
                tenancy,
                season,
                signed_by=signed_by,
                chosen_cents=chosen_cents,
                now=now,
                with_deposit=True,
            )
        _answer(offer, PlotOffer.State.ACCEPTED, now=now)
        close(asked, PlotRequest.State.GRANTED, now=now)
        _withdraw(others.values(), now=now)
        _note(offer, LogLine.Kind.ANSWERED, _("%(name)s accepte."), now=now)
        letters.tell_welcome(tenancy)
    return tenancy


def decline_offer(*, token: str, stays: bool, now: datetime | None = None) -> PlotOffer:
    """Leave the plot to the next, and keep one's place in the list or not. Quiet if it was answered already.

    Raises PlotOffer.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        known = PlotOffer.objects.select_related("request").get(token=token)
        lock_garden(known.request.garden_id)
        now = now or timezone.now()
        offer = PlotOffer.objects.select_related("request", "plot__garden").get(pk=known.pk)
        if not offer.is_alive(at=now):
            return offer
        _answer(offer, PlotOffer.State.DECLINED, now=now)
        if not stays and offer.request.state == PlotRequest.State.WAITING:
            close(offer.request, PlotRequest.State.WITHDRAWN, now=now)
        words = (
            _("%(name)s décline, et garde son rang.") if stays else _("%(name)s décline et part.")
        )
        _note(offer, LogLine.Kind.ANSWERED, words, now=now)
    return offer


def revoke_offer(
    *, offer_id: int, by: Person | None, reason: str, now: datetime | None = None
) -> PlotOffer:
    """Take an offer back before it was answered, with a reason that the household reads.

    Raises ReasonMissingError, OfferGoneError, PlotOffer.DoesNotExist.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        known = PlotOffer.objects.select_related("request").get(pk=offer_id)
        lock_garden(known.request.garden_id)
        now = now or timezone.now()
        offer = PlotOffer.objects.select_related("request", "plot__garden").get(pk=offer_id)
        if not offer.is_alive(at=now):
            raise OfferGoneError
        offer.taken_back_because = reason.strip()
        _answer(offer, PlotOffer.State.REVOKED, now=now)
        _note(offer, LogLine.Kind.REVOKED, _("Reprise : %(back)s"), by=by, now=now)
        letters.tell_revoked(offer)
    return offer


def expire_offers(*, garden_id: int, now: datetime | None = None) -> int:
    """Write down the offers of a garden that nobody answered, and tell those households; says how many."""
    with transaction.atomic(durable=True):
        lock_garden(garden_id)
        return _write_expired(garden_id, now=now or timezone.now())


def _write_expired(garden_id: int, *, now: datetime) -> int:
    overdue = PlotOffer.objects.overdue(at=now).filter(request__garden=garden_id)
    expired = list(overdue.select_related("request", "plot__garden").order_by("pk"))
    for offer in expired:
        _answer(offer, PlotOffer.State.EXPIRED, now=now)
        words = _("%(name)s n’a pas répondu, et garde son rang.")
        _note(offer, LogLine.Kind.EXPIRED, words, now=now)
        letters.tell_expired(offer)
    return len(expired)


def _answer(offer: PlotOffer, state: PlotOffer.State, *, now: datetime) -> None:
    offer.state = state
    offer.answered_at = now
    offer.save(update_fields=["state", "answered_at", "tenancy", "taken_back_because"])


def _elsewhere(asked: PlotRequest) -> dict[int, PlotRequest]:
    """The requests of the same address that wait in other gardens, by garden."""
    others = PlotRequest.objects.waiting().filter(email__iexact=asked.email)
    return {other.garden_id: other for other in others.exclude(garden=asked.garden_id)}


def _withdraw(requests: Iterable[PlotRequest], *, now: datetime) -> None:
    """Under the locks of their gardens; those answered meanwhile stay as they are."""
    for asked in requests:
        asked.refresh_from_db()
        if asked.state == PlotRequest.State.WAITING:
            close(asked, PlotRequest.State.WITHDRAWN, now=now)


def _note(
    offer: PlotOffer, kind: LogLine.Kind, words: Any, *, now: datetime, by: Person | None = None
) -> None:
    """A line about an offer; ``words`` is a sentence to translate, which may name its facts."""
    facts = {
        "name": offer.request.name,
        "number": offer.plot.number,
        "rank": offer.rank,
        "reason": offer.reason,
        "back": offer.taken_back_because,
    }
    about = _("Parcelle %(number)d, %(name)s (rang %(rank)d).")
    journal.note(offer.plot.garden, kind, about, words, by=by, now=now, **facts)


def _why(offer: PlotOffer) -> Any:
    if offer.reason:
        return _("Autrement que les règles ne proposent : %(reason)s")
    return _("Comme les règles le proposent.")
