"""Keeping a garden's list true: its criteria, and the yearly question to those who wait."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import counting, journal, letters
from gardens.actions.requests import close
from gardens.locks import lock_garden
from gardens.models import Criterion, LogLine, PlotRequest
from gardens.refusals import NotWaitingError, ReasonMissingError
from gardens.rules.still import ANSWER_WITHIN, asked_again_before, may_come_back


def set_criteria(
    *,
    garden_id: int,
    days: Mapping[str, int],
    by: Person | None,
    reason: str,
    now: datetime | None = None,
) -> int:
    """Change the head starts of a garden's list (days by kind; none or 0 takes one away), and count again.

    Says how many requests count from another date. Raises ReasonMissingError, Garden.DoesNotExist.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(durable=True):
        garden = lock_garden(garden_id)
        garden.head_starts.all().delete()
        kept = {kind: number for kind, number in days.items() if number}
        Criterion.objects.bulk_create(
            Criterion(garden=garden, kind=kind, days=number) for kind, number in kept.items()
        )
        moved = _count_again(garden.requests.waiting(), kept)
        journal.note(
            garden,
            LogLine.Kind.CRITERIA,
            _("%(reason)s (demandes comptées autrement : %(count)d)"),
            by=by,
            now=now or timezone.now(),
            reason=reason.strip(),
            count=moved,
        )
    return moved


def _count_again(waiting: QuerySet[PlotRequest], criteria: Mapping[str, int]) -> int:
    moved = []
    for asked in waiting:
        counted = counting.counted_from(asked, criteria)
        if counted != asked.counted_from:
            asked.counted_from = counted
            moved.append(asked)
    PlotRequest.objects.bulk_update(moved, ["counted_from"], batch_size=500)
    return len(moved)


def ask_still(*, request_id: int, now: datetime | None = None) -> bool:
    """Ask once a year whether a household still waits; False when it is not the time."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        asked = _locked(request_id)
        is_waiting = asked.state == PlotRequest.State.WAITING and asked.still_by is None
        if not is_waiting or (asked.still_at or asked.asked_at) > asked_again_before(now):
            return False
        asked.still_by = timezone.localdate(now) + ANSWER_WITHIN
        asked.save(update_fields=["still_by"])
        letters.ask_still(asked, now=now)
    return True


def requests_to_ask(*, now: datetime) -> QuerySet[PlotRequest]:
    """Those who wait and were not asked, or did not say, for a year."""
    long_ago = asked_again_before(now)
    unasked = Q(still_at=None, asked_at__lte=long_ago) | Q(still_at__lte=long_ago)
    return PlotRequest.objects.waiting().filter(unasked, still_by=None)


def say_still(*, token: str, now: datetime | None = None) -> PlotRequest:
    """Still waiting: the rank stays what it was. Within its delay, a lapsed request comes back to it.

    Raises NotWaitingError once it is closed for good, PlotRequest.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        asked = _locked(PlotRequest.objects.get(token=token).pk)
        if asked.state == PlotRequest.State.LAPSED and may_come_back(asked.closed_at, at=now):
            _reopen(asked)
        if asked.state != PlotRequest.State.WAITING:
            raise NotWaitingError
        asked.still_at, asked.still_by = now, None
        asked.save(update_fields=["still_at", "still_by"])
        letters.drop_still(asked)
    return asked


def _reopen(asked: PlotRequest) -> None:
    """Unless the same address asked anew meanwhile: that request is the one that counts."""
    again = PlotRequest.objects.waiting().filter(garden=asked.garden, email__iexact=asked.email)
    if again.exists():
        raise NotWaitingError
    asked.state, asked.closed_at = PlotRequest.State.WAITING, None
    asked.save(update_fields=["state", "closed_at"])


def lapse(*, request_id: int, now: datetime | None = None) -> bool:
    """Close a request whose yearly question got no answer; it can come back for two months."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        asked = _locked(request_id)
        is_late = asked.still_by is not None and asked.still_by < timezone.localdate(now)
        has_offer = asked.offers.alive(at=now).exists()
        if asked.state != PlotRequest.State.WAITING or not is_late or has_offer:
            return False
        close(asked, PlotRequest.State.LAPSED, now=now)
        words = _("%(name)s n’a pas dit attendre encore.")
        journal.note(asked.garden, LogLine.Kind.LAPSED, words, by=None, now=now, name=asked.name)
        letters.tell_lapsed(asked)
    return True


def requests_to_lapse(*, now: datetime) -> QuerySet[PlotRequest]:
    """Those whose answer is late."""
    return PlotRequest.objects.waiting().filter(still_by__lt=timezone.localdate(now))


def _locked(request_id: int) -> PlotRequest:
    """A request as it stands, its garden locked."""
    garden = lock_garden(PlotRequest.objects.get(pk=request_id).garden_id)
    asked = garden.requests.get(pk=request_id)
    asked.garden = garden
    return asked


def change_wishes(*, token: str, **wishes: object) -> PlotRequest:
    """Change what a household wishes; its rank follows only if it meets other criteria now.

    Raises NotWaitingError, PlotRequest.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        asked = _locked(PlotRequest.objects.get(token=token).pk)
        if asked.state != PlotRequest.State.WAITING:
            raise NotWaitingError
        for name, value in wishes.items():
            setattr(asked, name, value)
        asked.counted_from = counting.counted_from(asked, counting.criteria_of(asked.garden))
        asked.save()
    return asked
