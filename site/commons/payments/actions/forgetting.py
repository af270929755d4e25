"""What is erased once it has served."""

from collections.abc import Collection

from commons.payments.models import Payment


def forget_payers(*, kind: str, subject_ids: Collection[int]) -> None:
    """Erase who paid for these rows, in the caller's transaction; the amounts stay."""
    Payment.objects.filter(kind=kind, subject_id__in=subject_ids).update(payer_email="")
