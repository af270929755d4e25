"""The recurring basket: whose turn it is, how much, why not, and for how long it is kept."""

from collections.abc import Collection
from datetime import timedelta

from market.rules.ordering import KEEP_BASKETS_FOR

# What was prepared is kept as long as the basket it filled.
KEEP_PREPARED_FOR = KEEP_BASKETS_FOR  # after the market
# A list that nobody takes out of its pause within a year serves nobody any more.
KEEP_PAUSED_FOR = timedelta(days=365)


def is_out_of_season(season: Collection[int], *, month: int) -> bool:
    """Whether a season, in months of 1-12, is why something is not at a market; without a season it is not."""
    return bool(season) and month not in season
