"""Offering a corner of one's plot, and taking it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gardens import journal, matchmaking
from gardens.locks import lock_garden
from gardens.models import Corner, LogLine, SharingAgreement, Tenancy
from gardens.refusals import AlreadySharingError, CornerTooLargeError, TenancyOverError
from gardens.rules.sharing import may_be_carved


def open_corner(
    *, token: str, surface_m2: int, shares: str, now: datetime | None = None, **said: Any
) -> Corner:
    """Propose a part of one's own part to a household that waits; ``token`` is the tenancy's.

    ``said`` are the other fields of Corner, from ``duties`` to ``words``. A corner that stands already is
    given back. Raises TenancyOverError, AlreadySharingError, CornerTooLargeError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy = locked_tenancy(token)
        now = now or timezone.now()
        plot = tenancy.plot
        if not runs(tenancy, now=now):
            raise TenancyOverError
        if standing := tenancy.corners.filter(state=Corner.State.OPEN).first():
            return standing
        if SharingAgreement.objects.living().of(tenancy).exists():
            raise AlreadySharingError
        if not may_be_carved(
            surface_m2=surface_m2, plot_m2=float(plot.surface_m2), parts=plot.parts
        ):
            raise CornerTooLargeError(most_m2=float(plot.surface_m2) / max(plot.parts, 1))
        corner = Corner.objects.create(
            tenancy=tenancy, surface_m2=surface_m2, shares=shares, opened_at=now, **said
        )
        journal.note(
            plot.garden,
            LogLine.Kind.SHARING,
            _("Parcelle %(number)d : un coin de %(surface)d m² est proposé au partage."),
            by=None,
            now=now,
            number=plot.number,
            surface=surface_m2,
        )
        matchmaking.propose_next(corner, now=now)
    return corner


def withdraw_corner(*, token: str, now: datetime | None = None) -> Corner | None:
    """Take one's open corner back; ``token`` is the tenancy's. Quiet when none is open any more.

    Raises Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy = locked_tenancy(token)
        corner = tenancy.corners.filter(state=Corner.State.OPEN).first()
        if corner is not None:
            corner.tenancy = tenancy
            matchmaking.withdraw(corner, now=now or timezone.now())
    return corner


def locked_tenancy(token: str) -> Tenancy:
    """A tenancy read again under its garden's lock, with its plot."""
    garden_id = Tenancy.objects.values_list("plot__garden", flat=True).get(token=token)
    garden = lock_garden(garden_id)
    tenancy = Tenancy.objects.select_related("plot", "household").get(token=token)
    tenancy.plot.garden = garden
    return tenancy


def runs(tenancy: Tenancy, *, now: datetime) -> bool:
    """Whether a household holds its part on that day."""
    today = timezone.localdate(now)
    return Tenancy.objects.current(on=today).filter(pk=tenancy.pk).exists()
