"""What was grown together, told in figures."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_number, say_quantity
from impact.figures import Counts, Figure


def figures_of(counts: Counts) -> list[Figure]:
    households = counts["gardens.households_gardening"]
    shared = counts["gardens.plots_shared"]
    requests = counts["gardens.requests_received"]
    return [
        Figure(
            number=say_number(households),
            sentence=ngettext("foyer jardinier", "foyers jardiniers", households),
            method=_("Foyers à qui une parcelle, ou une part, était attribuée au moins un jour."),
        ),
        Figure(
            number=say_number(shared),
            sentence=ngettext("parcelle tenue à plusieurs", "parcelles tenues à plusieurs", shared),
            method=_(
                "Parcelles que deux foyers ou plus cultivaient ensemble le dernier jour compté."
            ),
        ),
        *_of_corners(counts),
        Figure(
            number=say_number(requests),
            sentence=ngettext("demande de parcelle reçue", "demandes de parcelle reçues", requests),
            method=_(
                "Entrées en liste d’attente, sauf celles closes depuis plus d’un an, effacées."
            ),
        ),
        *_of_their_care(counts),
        *_of_surplus(counts["gardens.surplus_given_grams"]),
    ]


def _of_their_care(counts: Counts) -> list[Figure]:
    """Once turns are said to be done; without them nothing is guessed."""
    turns, hours = counts["gardens.turns_done"], round(counts["gardens.volunteer_minutes"] / 60)
    if not turns:
        return []
    return [
        Figure(
            number=say_number(hours),
            sentence=ngettext(
                "heure donnée à l’entretien des jardins",
                "heures données à l’entretien des jardins",
                hours,
            ),
            method=ngettext(
                "%(turns)s tour d’arrosage, de compost ou d’ouverture dit fait par son foyer, à la"
                " durée prévue ou corrigée.",
                "%(turns)s tours d’arrosage, de compost ou d’ouverture dits faits par leurs foyers, à"
                " la durée prévue ou corrigée.",
                turns,
            )
            % {"turns": say_number(turns)},
        )
    ]


def _of_corners(counts: Counts) -> list[Figure]:
    """Once a household has given a corner of its plot to another."""
    guests = counts["gardens.households_sharing"]
    if not guests:
        return []
    return [
        Figure(
            number=say_number(guests),
            sentence=ngettext(
                "foyer qui jardine grâce à un coin partagé",
                "foyers qui jardinent grâce à un coin partagé",
                guests,
            ),
            method=_(
                "Foyers de la liste d’attente accueillis sur la parcelle d’un autre, au moins un jour."
            ),
        ),
    ]


def _of_surplus(grams: int) -> list[Figure]:
    """Below one kilo there is nothing to tell."""
    kilos = grams // 1000
    if not kilos:
        return []
    return [
        Figure(
            number=say_quantity(kilos),
            sentence=_("donnés par les jardins aux paniers solidaires"),
            method=_(
                "Pesés et notés par les foyers jardiniers ; rien n’est noté de qui les mange."
            ),
        )
    ]
