"""The payments of orders, as the payments' own rows name them."""

from django.db.models import QuerySet

from commons.payments.models import Payment

KIND = "market.order"


def payments_of(order_id: int) -> QuerySet[Payment]:
    """Every attempt to pay an order by card, latest first."""
    return Payment.objects.filter(kind=KIND, subject_id=order_id).order_by("-pk")
