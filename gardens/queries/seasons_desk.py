"""A season as the committee and the treasurer read it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from gardens.models import Enrolment, Garden, Season, Tenancy

Fee = Enrolment.Fee
State = Enrolment.State


@dataclass(frozen=True, kw_only=True)
class Sums:
    """How many households answered what, and what their money does; amounts in cents."""

    asked: int
    stays: int
    leaves: int
    due: int
    due_cents: int
    by_card_cents: int
    by_hand_cents: int
    waived: int
    deposits_cents: int


def enrolments_for_desk() -> QuerySet[Enrolment]:
    """Each with its household, plot and season, in the order of the plots."""
    rows = Enrolment.objects.select_related(
        "season__garden", "tenancy__plot__garden", "tenancy__household"
    )
    return rows.order_by("-season__starts_on", "tenancy__plot__number", "tenancy__part", "pk")


def silent_enrolments(*, on: date) -> QuerySet[Enrolment]:
    """Those whose household still holds its plot, and whose answer did not come in time; the oldest first.

    ``board.is_silent`` says the same of a row.
    """
    late = enrolments_for_desk().filter(
        Q(tenancy__ends_on=None) | Q(tenancy__ends_on__gte=on),
        state=State.ASKED,
        season__state=Season.State.OPEN,
        season__answer_by__lt=on,
        tenancy__starts_on__lt=F("season__starts_on"),
    )
    return late.exclude(tenancy__state=Tenancy.State.CANCELLED).order_by("season__answer_by", "pk")


def sums_of(rows: QuerySet[Enrolment]) -> Sums:
    """One query, however many households."""
    paid = Q(fee_state=Fee.PAID)
    kept = paid & Q(deposit_back_at=None)
    found = rows.order_by().aggregate(
        asked=Count("pk", filter=Q(state=State.ASKED)),
        stays=Count("pk", filter=Q(state=State.STAYS)),
        leaves=Count("pk", filter=Q(state=State.LEAVES)),
        due=Count("pk", filter=Q(fee_state=Fee.DUE)),
        waived=Count("pk", filter=Q(fee_state=Fee.WAIVED)),
        due_fees=Coalesce(Sum("fee_cents", filter=Q(fee_state=Fee.DUE)), 0),
        due_deposits=Coalesce(Sum("deposit_cents", filter=Q(fee_state=Fee.DUE)), 0),
        by_card_cents=Coalesce(Sum("fee_cents", filter=paid & Q(paid_by_hand=False)), 0),
        by_hand_cents=Coalesce(Sum("fee_cents", filter=paid & Q(paid_by_hand=True)), 0),
        deposits_cents=Coalesce(Sum("deposit_cents", filter=kept), 0),
    )
    return Sums(due_cents=found.pop("due_fees") + found.pop("due_deposits"), **found)


def to_be_asked(garden: Garden, *, on: date) -> QuerySet[Tenancy]:
    """Those whom a season that begins that day would write to, in the order of the plots."""
    rows = Tenancy.objects.current(on=on).filter(plot__garden=garden)
    return rows.select_related("plot__garden", "household").order_by("plot__number", "part")


def last_season(garden: Garden) -> Season | None:
    """The one whose terms the next is likely to take up."""
    return garden.seasons.select_related("charter").order_by("-starts_on").first()
