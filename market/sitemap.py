"""Market days to come, products, producers. Their pages change with each offer, so no date of change is told."""

from collections.abc import Iterator

from django.utils import timezone

from commons.cms.addresses import in_each_language
from commons.cms.sitemap import Listed
from market.models import MarketDay, Producer, Product


def listed() -> Iterator[Listed]:
    for market_day in MarketDay.objects.not_over(at=timezone.now()).only("date").iterator():
        yield Listed(paths=in_each_language("market:day", market_day.date))
    for slug in Producer.objects.values_list("slug", flat=True).iterator():
        yield Listed(paths=in_each_language("market:producer", slug))
    for slug in Product.objects.order_by("pk").values_list("slug", flat=True).iterator():
        yield Listed(paths=in_each_language("market:product", slug))
