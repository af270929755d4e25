"""The demo collective: a fictional hall, its gardens, its workshops and its people, around today.

Safe to load again: what is there stays as people left it, what is missing is added, and a later day
brings its own market days and sessions.
"""

from datetime import datetime

from django.utils import timezone, translation


def load(*, now: datetime | None = None) -> None:
    """Lay the whole collective, in French; ``now`` decides what is past, on, and to come."""
    from demo.collective import (
        around,
        door,
        farm_stories,
        fund,
        garden_seasons,
        garden_sharing,
        gardens,
        growing,
        house,
        market,
        news,
        people,
        places,
        roles,
        stories,
        usual_baskets,
        workshop_changes,
        workshop_lists,
        workshop_past,
        workshop_ways,
        workshops,
    )

    now = now or timezone.now()
    with translation.override("fr"):
        house.lay()
        places.lay()
        people.lay()
        gardens.lay(now=now)
        garden_seasons.lay(now=now)
        garden_sharing.lay(now=now)
        growing.lay(now=now)
        workshops.lay(now=now)
        workshop_ways.lay(now=now)
        workshop_lists.lay(now=now)
        workshop_changes.lay(now=now)
        workshop_past.lay(now=now)
        door.lay(now=now)
        fund.lay(now=now)
        market.lay(now=now)
        usual_baskets.lay(now=now)
        stories.lay(now=now)
        farm_stories.lay()
        news.lay(now=now)
        around.lay(now=now)
        roles.lay(now=now)
