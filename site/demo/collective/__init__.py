"""A believable collective of a made-up town, so that a newcomer finds a house where people live.

Everything is fictional, in both languages, and relative to today: loading again a week later adds
the market days and sessions that have come into sight, and changes nothing that is there.
"""

from datetime import datetime

from demo.collective import gardens, market, people, places, stories, workshops


def load(now: datetime) -> None:
    """Load what is missing. Needs the pages of ``prepare_site`` and the plant sheets."""
    people.load()
    places.load()
    workshops.load(now)
    gardens.load(now)
    market.load(now)
    stories.load(now)
