"""Letters about seasons and care, written down in the caller's transaction. The key of each makes it leave once."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from commons.notices.actions import drop_messages, write_message
from gardens.letters import kinds
from gardens.letters.writing import tell_household
from gardens.models import CareStep, Enrolment, Tenancy
from gardens.rules.seasons import REMINDED_BEFORE

MORNING = time(9)


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


def ask_to_stay(enrolment: Enrolment, *, now: datetime) -> None:
    """The question, now; and its reminders, each on a morning that is still to come."""
    tell_enrolment(enrolment, kinds.STAY_ASKED)
    answer_by = enrolment.season.answer_by
    if answer_by is None:
        return
    for days in REMINDED_BEFORE:
        morning = timezone.make_aware(datetime.combine(answer_by - timedelta(days=days), MORNING))
        if morning > now + timedelta(days=1):
            tell_enrolment(enrolment, kinds.STAY_REMINDER, once=str(days), due_at=morning)


def tell_stays(enrolment: Enrolment, *, now: datetime) -> None:
    """Thanks, and what is still to bring; the reminders have no object any more."""
    _drop_reminders(enrolment)
    tell_enrolment(enrolment, kinds.STAYS, once=f"{now:%Y-%m-%d}:{enrolment.due_cents}")


def tell_leaves(enrolment: Enrolment) -> None:
    """Kind words, and the last day."""
    _drop_reminders(enrolment)
    tell_enrolment(enrolment, kinds.LEAVES, once=f"{enrolment.tenancy.ends_on:%Y-%m-%d}")


def tell_trial_confirmed(tenancy: Tenancy) -> None:
    tell_household(tenancy, kinds.TRIAL_CONFIRMED)


def tell_ended(tenancy: Tenancy) -> None:
    """The last day and the reason, as the committee wrote it."""
    tell_household(tenancy, kinds.ENDED, once=f"{tenancy.ends_on:%Y-%m-%d}")


def tell_step(step: CareStep, tenancy: Tenancy) -> None:
    """A step of the path of care, in its own words."""
    if tenancy.email:
        write_message(
            key=f"care-step:{step.pk}",
            kind=kinds.CARE_STEP,
            subject_id=step.pk,
            to=tenancy.email,
            language=tenancy.language,
        )


def _drop_reminders(enrolment: Enrolment) -> None:
    for kind in (kinds.STAY_ASKED, kinds.STAY_REMINDER):
        drop_messages(kind=kind, subject_id=enrolment.pk)
