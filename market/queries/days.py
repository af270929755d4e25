"""Which market days there are."""

from datetime import date, datetime

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Sum, When

from commons.payments.models import Payment, Refund
from market.models import MarketDay, Offer, Order, Solidarity
from market.money import paying

OTHERS_SHOWN = 3


def next_market_day(*, at: datetime) -> MarketDay | None:
    """The market day that is on, or the next to come."""
    return MarketDay.objects.not_over(at=at).select_related("place").first()


def coming_days(*, at: datetime, limit: int) -> list[MarketDay]:
    """The next market days, with their place."""
    return list(MarketDay.objects.not_over(at=at).select_related("place")[:limit])


def next_day_to_order(*, at: datetime) -> MarketDay | None:
    """The first day whose orders are not closed yet, for those who missed another's window."""
    return MarketDay.objects.to_order(at=at).first()


def market_day_of(day: date) -> MarketDay | None:
    """The market day of a date, if the public may see it."""
    return MarketDay.objects.shown().select_related("place").filter(date=day).first()


def day_for_the_desk(*, at: datetime) -> MarketDay | None:
    """The day that volunteers work on: the one that is on or next, else the next draft, else the last."""
    days = MarketDay.objects.exclude(state=MarketDay.State.CANCELLED)
    return (
        MarketDay.objects.not_over(at=at).first()
        or days.filter(closes_at__gt=at).order_by("opens_at").first()
        or days.order_by("-date").first()
    )


def days_to_copy(market_day: MarketDay) -> QuerySet[MarketDay]:
    """Days to take stalls and offers from: those with some, the last before this one first."""
    others = MarketDay.objects.exclude(pk=market_day.pk).filter(
        Exists(Offer.objects.filter(market_day=OuterRef("pk")))
    )
    is_after = Case(When(date__gt=market_day.date, then=1), default=0)
    return others.order_by(is_after, "-date")


def stalls_and_silent(market_day: MarketDay) -> tuple[int, int]:
    """How many stalls a day has, and how many of them have not said what they bring."""
    silent = Count("pk", filter=Q(confirmed_at=None))
    found = market_day.stalls.aggregate(all=Count("pk"), silent=silent)
    return found["all"], found["silent"]


def called_off_at_what_cost(market_day: MarketDay) -> tuple[int, int]:
    """Orders that calling a day off would cancel, and the cents their cards would get back."""
    standing = Order.objects.filter(
        market_day=market_day, state__in=[Order.State.PLACED, Order.State.AWAITING_PAYMENT]
    )
    paid = Payment.objects.filter(
        kind=paying.KIND,
        subject_id__in=standing.values("pk"),
        state=Payment.State.SUCCEEDED,
    )
    given_back = Refund.objects.filter(payment__in=paid).exclude(state=Refund.State.FAILED)
    cents = paid.aggregate(total=Sum("amount_cents", default=0))["total"]
    back = given_back.aggregate(total=Sum("amount_cents", default=0))["total"]
    return standing.count(), cents - back


def day_and_others(day: date, *, at: datetime) -> tuple[MarketDay | None, list[MarketDay]]:
    """The market day of a date, if the public may see it, and the next ones that are announced; one query.

    Each says with ``has_fund`` whether the hall has a solidarity fund.
    """
    coming = MarketDay.objects.not_over(at=at).values("pk")[: OTHERS_SHOWN + 1]
    shown = MarketDay.objects.shown().filter(Q(date=day) | Q(pk__in=coming))
    with_fund = shown.annotate(has_fund=Exists(Solidarity.objects.filter(is_open=True)))
    days = list(with_fund.select_related("place").order_by("opens_at"))
    found = next((each for each in days if each.date == day), None)
    return found, [each for each in days if each.date != day][:OTHERS_SHOWN]
