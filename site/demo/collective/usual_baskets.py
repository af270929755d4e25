"""What Nour takes at each market, kept since last season: the basket of the next one is prepared already."""

from datetime import datetime, timedelta
from decimal import Decimal

from demo.collective import people
from market import actions, queries
from market.models import IfShort, Product, RecurringLine, RecurringList

SINCE = timedelta(days=140)
# Rye bread is short and brioche gone, as neighbours are quicker; tomatoes have their season.
TAKEN = (
    ("Poireaux", "1", IfShort.REPLACE),
    ("Œufs, la boîte de 6", "1", IfShort.REFUND),
    ("Pain de seigle", "2", IfShort.CALL),
    ("Brioche au beurre", "1", IfShort.REFUND),
    ("Tomates anciennes", "1", IfShort.REFUND),
)


def lay(*, now: datetime) -> None:
    """The list, once; then whatever market has opened since an earlier load is prepared too."""
    nour = people.of(people.GARDENER)
    recurring, is_new = RecurringList.objects.get_or_create(
        person=nour, defaults={"created_at": now - SINCE, "name": "Les courses de la semaine"}
    )
    if is_new:
        _fill(recurring)
    for market_day in queries.days_to_prepare(at=now):
        actions.prepare_recurring(list_id=recurring.pk, market_day_id=market_day.pk, now=now)


def _fill(recurring: RecurringList) -> None:
    for name, quantity, if_short in TAKEN:
        product = Product.objects.filter(name_fr=name).order_by("pk").first()
        if product:
            RecurringLine.objects.create(
                recurring=recurring,
                product=product,
                quantity=Decimal(quantity),
                if_short=if_short,
            )
