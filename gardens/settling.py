"""A household moves in. In the caller's transaction, under its garden's lock."""

from datetime import date

from commons.people.models import Household
from gardens.models import Plot, PlotRequest, Tenancy


def give(asked: PlotRequest, plot: Plot, part: int, *, starts_on: date) -> Tenancy:
    """Settle a household in a part of a plot, for a trial season."""
    return Tenancy.objects.create(
        plot=plot,
        part=part,
        household=_household_of(asked),
        starts_on=starts_on,
        name=asked.name,
        email=asked.email,
        phone=asked.phone,
        language=asked.language,
    )


def _household_of(asked: PlotRequest) -> Household:
    """The household of whoever asked with an account, else a new one under the name they gave."""
    if asked.person and asked.person.household:
        return asked.person.household
    return Household.objects.create(name=asked.name)
