"""The market days to come. Their pages change with each offer, so no date of change is told."""

from collections.abc import Iterator

from django.utils import timezone

from commons.cms.addresses import in_each_language
from commons.cms.sitemap import Listed
from market.models import MarketDay


def listed() -> Iterator[Listed]:
    for market_day in MarketDay.objects.not_over(at=timezone.now()).only("date").iterator():
        yield Listed(paths=in_each_language("market:day", market_day.date))
