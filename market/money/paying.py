"""The payments of orders and of gifts, as the payments' own rows name them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from commons.payments.models import Payment, Transfer

KIND = "market.order"
GIFT = "market.gift"


def payments_of(order_id: int) -> QuerySet[Payment]:
    """Every attempt to pay an order by card, latest first."""
    return Payment.objects.filter(kind=KIND, subject_id=order_id).order_by("-pk")


def parts_have_left(order_id: int) -> bool:
    """A producer's part of an order is on its way, or there: of what a card gave, or of the fund's."""
    from_cards = Q(payment__kind=KIND, payment__subject_id=order_id)
    from_the_house = Q(payment=None, kind=KIND, subject_id=order_id)
    gone = Transfer.objects.filter(state__in=Transfer.GONE)
    # Two ways rather than one « or » of both: each then has its index.
    ways = gone.filter(from_cards).values("pk"), gone.filter(from_the_house).values("pk")
    return ways[0].union(ways[1]).exists()


def open_payment_of_gift(gift_id: int) -> Payment | None:
    """The attempt that may still succeed."""
    return Payment.objects.filter(kind=GIFT, subject_id=gift_id, state__in=Payment.OPEN).first()


def gifts_unpaid(before: datetime) -> list[int]:
    """Gifts whose card page was opened before then, and led to nothing; by id, the oldest first."""
    attempts = Payment.objects.filter(
        kind=GIFT, state__in=Payment.OPEN, created_at__lt=before
    ).order_by("created_at")
    return list(attempts.values_list("subject_id", flat=True))
