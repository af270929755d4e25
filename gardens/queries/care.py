"""The path of care of a plot, as its household reads it."""

from django.db.models import QuerySet

from gardens.models import CareCase, CareStep, Tenancy


def case_of(tenancy: Tenancy, case_id: int) -> CareCase | None:
    """One of the household's cases with its steps in their order; None when it is another's."""
    return tenancy.care_cases.prefetch_related("steps__photo").filter(pk=case_id).first()


def open_case_of(tenancy: Tenancy) -> CareCase | None:
    """The case that is open now, if there is one."""
    return tenancy.care_cases.filter(state__in=CareCase.OPEN).first()


def answers_to_read() -> QuerySet[CareStep]:
    """What households answered in the cases that are open, and nobody read yet; the oldest first."""
    unread = CareStep.objects.filter(answered_at__isnull=False, answer_read_at=None)
    steps = unread.filter(case__state__in=CareCase.OPEN)
    return steps.select_related("case__tenancy__household", "case__tenancy__plot__garden").order_by(
        "answered_at", "pk"
    )
