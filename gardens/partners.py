"""Two households on one plot, and what happens when one leaves. In the caller's transaction, under the lock."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from commons.people.models import Person
from gardens import journal, letters, matchmaking
from gardens.models import AgreementChange, Corner, LogLine, Plot, SharingAgreement, Side, Tenancy


def part_ways(
    tenancy: Tenancy, *, last_day: date, now: datetime, by: Person | None = None
) -> SharingAgreement | None:
    """A household leaves its plot: its partner keeps theirs, and a corner it proposed is withdrawn.

    Called by every verb that ends a tenancy. When the guest leaves, the corner goes back to the household
    that gave it; when the host leaves, its part is free, and the guest's stays as it is.
    The agreement that ended, or None when nobody shared.
    """
    corner = tenancy.corners.filter(state=Corner.State.OPEN).first()
    if corner is not None:
        corner.tenancy = tenancy
        matchmaking.withdraw(corner, now=now)
    agreement = living(tenancy)
    if agreement is None:
        return None
    agreement.state = SharingAgreement.State.ENDED
    agreement.ended_on = last_day
    agreement.left_by = tenancy
    agreement.talk_asked_at = None
    agreement.save()
    drop_change(agreement, now=now)
    if agreement.side_of(tenancy) == Side.GUEST:
        give_back(tenancy.plot)
        words = _("Parcelle %(number)d : le foyer accueilli part, l’autre garde sa place.")
    else:
        words = _("Parcelle %(number)d : le foyer qui accueillait part, l’autre garde sa place.")
    note(agreement, words, by=by, now=now)
    letters.tell_parted(agreement)
    return agreement


def living(tenancy: Tenancy) -> SharingAgreement | None:
    """The agreement in which a household shares now."""
    return _with_both(SharingAgreement.objects.living().of(tenancy)).first()


def last(tenancy: Tenancy) -> SharingAgreement | None:
    """The agreement in which a household shares, or shared last."""
    return _with_both(SharingAgreement.objects.of(tenancy)).first()


def give_back(plot: Plot) -> None:
    """A plot has one part less: what was split is one again."""
    plot.parts = max(plot.parts - 1, 1)
    plot.kind = Plot.Kind.INDIVIDUAL if plot.parts == 1 else Plot.Kind.SHARED
    plot.save(update_fields=["parts", "kind"])


def drop_change(agreement: SharingAgreement, *, now: datetime) -> None:
    """Words that waited for a yes have no object any more."""
    waiting = agreement.changes.filter(state=AgreementChange.State.PROPOSED)
    waiting.update(state=AgreementChange.State.DROPPED, closed_at=now)


def note(
    agreement: SharingAgreement, words: Any, *, by: Person | None, now: datetime, **facts: Any
) -> None:
    plot = agreement.host.plot
    facts |= {"number": plot.number}
    journal.note(plot.garden, LogLine.Kind.SHARING, words, by=by, now=now, **facts)


def _with_both(agreements: Any) -> Any:
    return agreements.select_related(
        "host__plot__garden", "host__household", "guest__plot__garden", "guest__household"
    )
