"""What was eaten from nearby, told in figures."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_number, say_round_price
from impact.figures import Counts, Figure


def figures_of(counts: Counts) -> list[Figure]:
    days = counts["market.market_days_held"]
    orders = counts["market.orders_placed"]
    producers = counts["market.producers_ordered_from"]
    return [
        Figure(
            number=say_number(days),
            sentence=ngettext("jour de marché tenu", "jours de marché tenus", days),
            method=_("Marchés ouverts à la commande, dont la date est passée."),
        ),
        Figure(
            number=say_number(orders),
            sentence=ngettext(
                "commande passée au marché",
                "commandes passées au marché",
                orders,
            ),
            method=_("Commandes confirmées pour les marchés passés, hors achats faits sur place."),
        ),
        Figure(
            number=say_round_price(counts["market.ordered_cents"]),
            sentence=ngettext(
                "commandés à %(producers)s producteur·rice",
                "commandés à %(producers)s producteur·rices",
                producers,
            )
            % {"producers": say_number(producers)},
            method=_("Total de ces commandes, TVA comprise. La part de chacun n’est pas publiée."),
        ),
        *_of_solidarity(counts["market.baskets_offered"]),
    ]


def _of_solidarity(baskets: int) -> list[Figure]:
    """Nothing where nobody took one: it may be that the hall has no fund."""
    if not baskets:
        return []
    return [
        Figure(
            number=say_number(baskets),
            sentence=ngettext(
                "panier suspendu, offert par les uns et pris par d’autres",
                "paniers suspendus, offerts par les uns et pris par d’autres",
                baskets,
            ),
            method=_("Commandes qu’un mot de la caisse de solidarité a payées, en tout ou partie."),
        )
    ]
