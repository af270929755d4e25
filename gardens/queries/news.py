"""What there is to tell a household on its page, asked along with its tenancy: panels without news ask nothing."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from gardens.models import (
    AgreementChange,
    CareCase,
    Corner,
    Duty,
    Enrolment,
    Loan,
    Notice,
    Season,
    SharingAgreement,
    Surplus,
    Tenancy,
    Thing,
    Turn,
)

SAID_DONE_WITHIN = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class News:
    """Whether there is something of each kind, and how many things wait, are out, or are offered."""

    case: bool
    season: bool
    surplus: bool
    duty: bool
    turns: bool
    agreement: bool
    change: bool
    corner: bool
    notices: bool
    loans_waiting: int
    loans_out: int
    on_offer: int


def with_news(tenancies: QuerySet[Tenancy], *, now: datetime) -> QuerySet[Tenancy]:
    """Adds what ``news_of`` reads."""
    today = timezone.localdate(now)
    mine, garden = OuterRef("pk"), OuterRef("plot__garden")
    shares = Q(host=mine) | Q(guest=mine)
    changes = AgreementChange.objects.filter(state=AgreementChange.State.PROPOSED)
    asked = Loan.objects.filter(thing__owner=mine, state=Loan.State.ASKED, answer="")
    out = Loan.objects.filter(tenancy=mine, state=Loan.State.HANDED, thing__way=Thing.Way.LEND)
    offered = Thing.objects.filter(garden=garden, withdrawn_at=None)
    return tenancies.annotate(
        news_case=Exists(CareCase.objects.filter(tenancy=mine, state__in=CareCase.OPEN)),
        news_season=Exists(
            Enrolment.objects.filter(tenancy=mine, season__ends_on__gte=today).exclude(
                season__state=Season.State.PREPARED
            )
        ),
        news_surplus=Exists(Surplus.objects.announced(on=today).filter(tenancy=mine)),
        news_duty=Exists(
            Duty.objects.filter(
                household=OuterRef("household"),
                turn__chore__garden=garden,
                state=Duty.State.HELD,
                ends_at__gt=now - SAID_DONE_WITHIN,
            )
        ),
        news_turns=Exists(Turn.objects.filter(chore__garden=garden)),
        news_agreement=Exists(SharingAgreement.objects.filter(shares)),
        news_change=Exists(changes.filter(Q(agreement__host=mine) | Q(agreement__guest=mine))),
        news_corner=Exists(Corner.objects.filter(tenancy=mine, state=Corner.State.OPEN)),
        news_notices=Exists(Notice.objects.up(on=today).filter(garden=garden)),
        news_loans_waiting=_counted(asked),
        news_loans_out=_counted(out),
        news_on_offer=_counted(offered),
    )


def news_of(tenancy: Any) -> News:
    """The news of a tenancy that was read ``with_news``."""
    return News(**{one.name: getattr(tenancy, f"news_{one.name}") for one in fields(News)})


def _counted(rows: QuerySet[Any]) -> Coalesce:
    """How many rows there are, as a part of another question."""
    one_group = rows.order_by().annotate(group=Value(1)).values("group")
    return Coalesce(
        Subquery(one_group.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
    )
