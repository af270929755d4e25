"""The sellers' parts of a payment."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from commons.payments import journal, provider
from commons.payments.models import JournalEntry, Payment, Transfer


def set_transfers(*, payment: Payment, parts: Mapping[str, int], due_at: datetime) -> None:
    """Bring the sellers' parts that have not left to these cents by account, in the caller's transaction.

    The caller holds a lock that all who change this payment's parts take. A part that has left stays.
    """
    _bring_to(parts, due_at=due_at, about={"payment": payment})


def set_house_transfers(
    *, kind: str, subject_id: int, parts: Mapping[str, int], due_at: datetime
) -> None:
    """The same for what the house pays sellers out of its own balance, for a row of a trade."""
    _bring_to(parts, due_at=due_at, about={"payment": None, "kind": kind, "subject_id": subject_id})


def _bring_to(parts: Mapping[str, int], *, due_at: datetime, about: dict[str, Any]) -> None:
    rows = {
        transfer.account_ref: transfer
        for transfer in Transfer.objects.select_for_update().filter(**about).order_by("pk")
    }
    for account_ref, amount_cents in sorted(parts.items()):
        transfer = rows.get(account_ref)
        if transfer is None:
            Transfer.objects.create(
                account_ref=account_ref, amount_cents=amount_cents, due_at=due_at, **about
            )
        elif transfer.state not in Transfer.GONE:
            transfer.amount_cents = amount_cents
            transfer.state = Transfer.State.PREPARED
            transfer.save()
    for account_ref, transfer in rows.items():
        if account_ref not in parts and transfer.state == Transfer.State.PREPARED:
            transfer.state = Transfer.State.DROPPED
            transfer.save()


def drop_transfers(*, payment: Payment) -> None:
    """The buyer is paid back: the sellers' parts that have not left stay, in the caller's transaction."""
    payment.transfers.filter(state=Transfer.State.PREPARED).update(state=Transfer.State.DROPPED)


def dispatch_transfer(*, transfer_id: int) -> None:
    """Send a seller's part on; repeated calls give the same transfer and one line in the journal."""
    with transaction.atomic(durable=True):
        transfer = (
            Transfer.objects.select_for_update(of=("self",))
            .select_related("payment")
            .get(pk=transfer_id)
        )
        if transfer.state not in Transfer.TO_SEND:
            return
        transfer.state = Transfer.State.SENDING
        transfer.save()
    ref = provider.create_transfer(
        amount_cents=transfer.amount_cents,
        account_ref=transfer.account_ref,
        charge_ref=transfer.payment.charge_ref if transfer.payment else "",
        group=_group(transfer),
        key=transfer.idempotency_key,
    )
    with transaction.atomic(durable=True):
        transfer = Transfer.objects.select_for_update().get(pk=transfer_id)
        if transfer.state == Transfer.State.SENDING:
            transfer.state = Transfer.State.SENT
            transfer.provider_ref = ref
            transfer.save()
            journal.record(
                kind=JournalEntry.Kind.TRANSFER,
                amount_cents=-transfer.amount_cents,
                subject=f"{transfer.payment.description if transfer.payment else _group(transfer)} {ref}",
            )


def _group(transfer: Transfer) -> str:
    about = transfer.payment or transfer
    return f"{about.kind}-{about.subject_id}"
