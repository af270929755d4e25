"""A market day that stays as it was read while somebody orders."""

from market.models import MarketDay

# Weaker than any lock that Django's ORM knows: orders share it, and the day's own verbs wait for them.
READ_AND_KEEP = "SELECT * FROM market_marketday WHERE id = %s FOR KEY SHARE"


def stays_as_it_is(market_day_id: int) -> MarketDay:
    """The day, which no verb of ``actions.days`` moves before the caller's transaction ends."""
    day: MarketDay = MarketDay.objects.raw(READ_AND_KEEP, [market_day_id])[0]
    return day
