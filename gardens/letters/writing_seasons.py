"""Letters about seasons, written down in the caller's transaction. The key of each makes it leave once."""

from datetime import datetime

from commons.notices.actions import write_message
from gardens.models import Enrolment


def tell_enrolment(
    enrolment: Enrolment, kind: str, *, once: str = "", due_at: datetime | None = None
) -> None:
    """Write to a household about its season; ``once`` tells apart what may be said again.

    Who has no address is told by the committee, whose screens say so.
    """
    tenancy = enrolment.tenancy
    if tenancy.email:
        short = kind.rpartition(".")[2]
        write_message(
            key=":".join(["enrolment", str(enrolment.pk), short, *([once] if once else [])]),
            kind=kind,
            subject_id=enrolment.pk,
            to=tenancy.email,
            language=tenancy.language,
            due_at=due_at,
        )
