"""What the trades measure, told: each figure with a sentence and the method that made it."""

from collections.abc import Callable
from datetime import date, timedelta

from django.core.cache import cache
from django.utils.translation import gettext as _

from gardens import measures as gardens
from impact import of_gardens, of_market, of_workshops
from impact.figures import Counts, Effect
from market import measures as market
from workshops import measures as workshops

KEEP_FOR = timedelta(hours=1)

MEASURES: tuple[Callable[..., int], ...] = (
    workshops.sessions_held,
    workshops.seats_taken,
    workshops.seats_attended,
    workshops.seats_left_empty,
    workshops.households_met,
    workshops.households_new,
    workshops.pairs_met,
    workshops.answers_given,
    workshops.answers_met_someone,
    market.market_days_held,
    market.orders_placed,
    market.ordered_cents,
    market.producers_ordered_from,
    market.baskets_offered,
    gardens.households_gardening,
    gardens.plots_shared,
    gardens.households_sharing,
    gardens.requests_received,
    gardens.turns_done,
    gardens.volunteer_minutes,
    gardens.surplus_given_grams,
)


def count(*, start: date, end: date) -> Counts:
    """Every measure between two days (the last excluded), counted at most once an hour."""
    key = f"impact:{start}:{end}"
    counts: Counts | None = cache.get(key)
    if counts is None:
        counts = {
            f"{measure.__module__.partition('.')[0]}.{measure.__name__}": measure(
                start=start, end=end
            )
            for measure in MEASURES
        }
        cache.set(key, counts, KEEP_FOR.total_seconds())
    return counts


def tell(*, start: date, end: date) -> list[Effect]:
    """The effects of each trade that has any, in the reader's language."""
    counts = count(start=start, end=end)
    told = (
        ("workshops", _("Se rencontrer en apprenant"), of_workshops),
        ("market", _("Manger ce qui pousse près d’ici"), of_market),
        ("gardens", _("Cultiver à plusieurs"), of_gardens),
    )
    return [
        Effect(trade=trade, title=title, figures=trade_told.figures_of(counts))
        for trade, title, trade_told in told
        if any(number for name, number in counts.items() if name.startswith(f"{trade}."))
    ]
