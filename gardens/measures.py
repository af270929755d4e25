"""How much between two dates, the first day included and the last excluded; for the page of effects."""

from datetime import date, timedelta

from django.db.models import QuerySet, Sum

from gardens import queries
from gardens.models import Duty, Plot, PlotRequest, SharingAgreement, Tenancy, Turn


def households_gardening(*, start: date, end: date) -> int:
    """Different households that held a part of a plot on at least one day."""
    return (
        Tenancy.objects.between(first=start, last=end - timedelta(days=1))
        .values("household")
        .distinct()
        .count()
    )


def plots_shared(*, start: date, end: date) -> int:
    """Plots that two households or more held at once, on the last day."""
    last = end - timedelta(days=1)
    return sum(plot.tenants > 1 for plot in Plot.objects.with_tenants(on=last))


def households_sharing(*, start: date, end: date) -> int:
    """Different households that gardened on at least one day in a corner another household gave them."""
    last = end - timedelta(days=1)
    guests = Tenancy.objects.between(first=start, last=last).filter(
        pk__in=SharingAgreement.objects.values("guest")
    )
    return guests.values("household").distinct().count()


def requests_received(*, start: date, end: date) -> int:
    """Requests that entered a waiting list; those forgotten since no longer count."""
    return PlotRequest.objects.filter(asked_at__date__gte=start, asked_at__date__lt=end).count()


def turns_done(*, start: date, end: date) -> int:
    """Places of the rota that a household held and did."""
    return _done(start=start, end=end).count() + _past("past_places", start=start, end=end)


def volunteer_minutes(*, start: date, end: date) -> int:
    """Minutes given to the care of the gardens: those foreseen, or those that somebody corrected."""
    minutes = _done(start=start, end=end).aggregate(n=Sum("minutes"))["n"] or 0
    return minutes + _past("past_minutes", start=start, end=end)


def _done(*, start: date, end: date) -> QuerySet[Duty]:
    return Duty.objects.filter(state=Duty.State.DONE, turn__day__gte=start, turn__day__lt=end)


def _past(field: str, *, start: date, end: date) -> int:
    """What turns keep of duties that were forgotten."""
    turns = Turn.objects.filter(day__gte=start, day__lt=end)
    return turns.aggregate(n=Sum(field))["n"] or 0


def surplus_given_grams(*, start: date, end: date) -> int:
    """Grams that gardeners gave to the solidarity baskets, as they weighed them."""
    return queries.given_grams(start=start, end=end)
