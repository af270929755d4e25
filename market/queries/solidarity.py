"""What the solidarity fund did, by month: sums and counts, never whose."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from market import rules
from market.models import FundEntry, Order

MONTHS_SHOWN = 12
IN = Q(kind__in=["gift", "gift-back", "cash"]) | Q(kind="correction", cents__gt=0)
LIVE = (Order.State.AWAITING_PAYMENT, Order.State.PLACED)


@dataclass(frozen=True, kw_only=True)
class FundMonth:
    """In cents; ``baskets`` are orders that a word paid, in whole or in part."""

    first: date
    given_cents: int
    shared_cents: int
    helped: int
    baskets: int

    @property
    def is_told(self) -> bool:
        """Of one or two orders, the sum would tell whose: it could be found among the orders of the month."""
        return self.helped == 0 or self.helped >= rules.TOLD_FROM


def fund_months(*, now: datetime) -> list[FundMonth]:
    """The latest first, a year at most; months when nothing moved are passed over."""
    today = timezone.localdate(now)
    helped = Q(kind="help", order__state__in=LIVE)
    rows = (
        FundEntry.objects.filter(at__date__gte=today.replace(year=today.year - 1, day=1))
        .annotate(month=TruncMonth("at"))
        .values("month")
        .annotate(
            given=Sum("cents", filter=IN, default=0),
            shared=-Sum(F("cents"), filter=~IN, default=0),
            helped=Count("order", filter=helped, distinct=True),
            baskets=Count("order", filter=helped & Q(word__isnull=False), distinct=True),
        )
        .order_by("-month")[:MONTHS_SHOWN]
    )
    return [
        FundMonth(
            first=timezone.localdate(row["month"]),
            given_cents=row["given"],
            shared_cents=row["shared"],
            helped=row["helped"],
            baskets=row["baskets"],
        )
        for row in rows
    ]
