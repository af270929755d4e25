"""How much between two dates, the first day included and the last excluded; for the page of effects."""

from datetime import date, timedelta

from gardens import queries
from gardens.models import Plot, PlotRequest, Tenancy


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


def requests_received(*, start: date, end: date) -> int:
    """Requests that entered a waiting list; those forgotten since no longer count."""
    return PlotRequest.objects.filter(asked_at__date__gte=start, asked_at__date__lt=end).count()


def surplus_given_grams(*, start: date, end: date) -> int:
    """Grams that gardeners gave to the solidarity baskets, as they weighed them."""
    return queries.given_grams(start=start, end=end)
