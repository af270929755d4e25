"""Writing down what is told of turns, things and notices. Who has no address is told by the committee."""

from datetime import date, datetime

from commons.notices.actions import write_message
from gardens.letters import kinds
from gardens.models import Duty, KeyHandover, Loan, Notice, Swap, Tenancy


def tell(duty: Duty, kind: str, *, once: str = "", due_at: datetime | None = None) -> None:
    """Write to whoever holds a duty; ``once`` tells apart what may be said again."""
    _write(duty.tenancy, kind, subject="duty", pk=duty.pk, once=once, due_at=due_at)


def ask_for_replacement(duty: Duty, gardener: Tenancy) -> None:
    """Ask one gardener. The key ends with whom it is for, and holds when it was asked."""
    once = f"{duty.replacement_asked_at:%Y%m%d%H%M}:{gardener.pk}"
    _write(gardener, kinds.TURN_REPLACEMENT, subject="duty", pk=duty.pk, once=once)


def tell_swap(swap: Swap, kind: str, *, to: Tenancy) -> None:
    _write(to, kind, subject="swap", pk=swap.pk)


def tell_borrower(loan: Loan, kind: str, *, once: str = "", due_at: datetime | None = None) -> None:
    _write(loan.tenancy, kind, subject="loan", pk=loan.pk, once=once, due_at=due_at)


def tell_owner(loan: Loan, kind: str) -> None:
    """Nobody is written to about what is the garden's own."""
    if loan.thing.owner:
        _write(loan.thing.owner, kind, subject="loan", pk=loan.pk)


def tell_key_taken(handover: KeyHandover) -> None:
    if handover.giver:
        _write(handover.giver, kinds.KEY_TAKEN, subject="handover", pk=handover.pk)


def mail_notice(notice: Notice, *, to: Tenancy) -> None:
    _write(to, kinds.NOTICE_MAILED, subject="notice", pk=notice.pk, once=str(to.pk))


def tell_removed(notice: Notice) -> None:
    if notice.tenancy:
        _write(notice.tenancy, kinds.NOTICE_REMOVED, subject="notice", pk=notice.pk)


def write_digest(tenancy: Tenancy, *, on: date) -> None:
    """Once a week at most: the key holds the week."""
    year, week, _day = on.isocalendar()
    once = f"{year}-{week:02}"
    _write(tenancy, kinds.NOTICE_DIGEST, subject="tenancy", pk=tenancy.pk, once=once)


def _write(
    to: Tenancy,
    kind: str,
    *,
    subject: str,
    pk: int,
    once: str = "",
    due_at: datetime | None = None,
) -> None:
    if to.email:
        parts = [subject, str(pk), kind.rpartition(".")[2], *([once] if once else [])]
        write_message(
            key=":".join(parts),
            kind=kind,
            subject_id=pk,
            to=to.email,
            language=to.language,
            due_at=due_at,
        )
