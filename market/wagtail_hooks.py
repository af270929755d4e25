from wagtail.snippets.models import register_snippet

from market.desk import MarketDesk

register_snippet(MarketDesk)
