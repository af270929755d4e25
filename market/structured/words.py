"""What a day, a product and a producer are called where only a line can be read."""

from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from market.models import MarketDay, Producer, Product


def where_it_is(shown: Producer) -> str:
    return _("%(town)s, à %(km)d km de la halle") % {"town": shown.town, "km": shown.distance_km}


def title_of_day(shown: MarketDay) -> str:
    return _("Marché du %(day)s") % {"day": say_day(shown.date)}


def words_of_day(shown: MarketDay) -> str:
    return _("Ce qui se vend sous la halle le %(day)s, étal par étal, à commander d’avance.") % {
        "day": say_day(shown.date)
    }


def where_from(shown: Product) -> str:
    return f"{shown.producer.name}, {shown.producer.town}"
