"""From when each request counts: its date of asking, less the head starts of the criteria it meets."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from gardens.models import Garden, PlotRequest
from gardens.rules.line import criteria_met, head_start


def criteria_of(garden: Garden) -> dict[str, int]:
    """The head starts of a garden, in days by kind."""
    return dict(garden.head_starts.values_list("kind", "days"))


def counted_from(asked: PlotRequest, criteria: Mapping[str, int]) -> datetime:
    """The date that gives a request its rank."""
    return asked.asked_at - timedelta(days=head_start(criteria, met=met_by(asked)))


def met_by(asked: PlotRequest) -> list[str]:
    """The kinds of criteria that a request meets."""
    return criteria_met(
        no_outdoors=asked.no_outdoors,
        lives_nearby=asked.lives_nearby,
        shares=asked.wish != PlotRequest.Wish.ALONE,
        household_size=asked.household_size,
    )
