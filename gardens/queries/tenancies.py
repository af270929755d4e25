"""Who holds what."""

from datetime import date, timedelta

from gardens.models import Tenancy

OPEN_AFTER_THE_END = timedelta(days=60)  # a household reads its page that long after its last day


def tenancy_by_token(token: str, *, on: date) -> Tenancy | None:
    """The tenancy a household's link speaks of, with its garden; None once it ended long ago."""
    tenancy = Tenancy.objects.select_related("plot__garden__place", "household").filter(token=token)
    found = tenancy.exclude(state=Tenancy.State.CANCELLED).first()
    if found and found.ends_on and found.ends_on + OPEN_AFTER_THE_END < on:
        return None
    return found
