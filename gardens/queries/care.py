"""The path of care of a plot, as its household reads it."""

from gardens.models import CareCase, Tenancy


def case_of(tenancy: Tenancy, case_id: int) -> CareCase | None:
    """One of the household's cases with its steps in their order; None when it is another's."""
    return tenancy.care_cases.prefetch_related("steps__photo").filter(pk=case_id).first()


def open_case_of(tenancy: Tenancy) -> CareCase | None:
    """The case that is open now, if there is one."""
    return tenancy.care_cases.filter(state__in=CareCase.OPEN).first()
