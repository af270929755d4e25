"""A household's seasons, and what a season asks of it."""

from gardens.models import Enrolment, Tenancy


def enrolment_of(tenancy: Tenancy, enrolment_id: int) -> Enrolment | None:
    """One of the household's seasons, with all its page shows; None when it is another's."""
    rows = Enrolment.objects.select_related("season__garden", "season__charter")
    found = rows.filter(tenancy=tenancy, pk=enrolment_id).first()
    if found:
        found.tenancy = tenancy
    return found
