"""What the trades measure, told: each figure with a sentence and the method that made it.

Figures count things and households, never a person by name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_number, say_quantity, say_round_price
from gardens import measures as gardens
from market import measures as market
from workshops import measures as workshops
from workshops.rules.feedback import may_be_shown

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
    gardens.households_gardening,
    gardens.plots_shared,
    gardens.households_sharing,
    gardens.requests_received,
    gardens.turns_done,
    gardens.volunteer_minutes,
    gardens.surplus_given_grams,
)

Counts = dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure as the page shows it."""

    number: str
    sentence: str
    method: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """The figures of one trade."""

    trade: str
    title: str
    figures: list[Figure]


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
        ("workshops", _("Se rencontrer en apprenant"), _of_workshops),
        ("market", _("Manger ce qui pousse près d’ici"), _of_market),
        ("gardens", _("Cultiver à plusieurs"), _of_gardens),
    )
    return [
        Effect(trade=trade, title=title, figures=figures_of(counts))
        for trade, title, figures_of in told
        if any(number for name, number in counts.items() if name.startswith(f"{trade}."))
    ]


def _of_workshops(counts: Counts) -> list[Figure]:
    sessions = counts["workshops.sessions_held"]
    seats = counts["workshops.seats_taken"]
    households = counts["workshops.households_met"]
    return [
        Figure(
            number=say_number(sessions),
            sentence=ngettext(
                "séance d’atelier, à moins de quinze pour se parler",
                "séances d’atelier, à moins de quinze pour se parler",
                sessions,
            ),
            method=_("Séances passées qui n’ont pas été annulées."),
        ),
        Figure(
            number=say_number(seats),
            sentence=ngettext("place prise et gardée", "places prises et gardées", seats),
            method=_("Places réservées et non rendues. Ce sont des places, pas des présences."),
        ),
        Figure(
            number=say_number(households),
            sentence=ngettext(
                "foyer venu au moins une fois", "foyers venus au moins une fois", households
            ),
            method=_("Adresses e-mail différentes parmi ces réservations ; aucune n’est publiée."),
        ),
        *_of_those_who_came(counts),
        *_of_answers(counts),
    ]


def _of_those_who_came(counts: Counts) -> list[Figure]:
    """Once lists are kept at the door; without them nothing is guessed."""
    came = counts["workshops.seats_attended"]
    if not came:
        return []
    new, pairs = counts["workshops.households_new"], counts["workshops.pairs_met"]
    empty = counts["workshops.seats_left_empty"]
    return [
        Figure(
            number=say_number(came),
            sentence=ngettext("personne venue", "personnes venues", came),
            method=ngettext(
                "Places cochées à la porte ; %(empty)s est restée vide, et aurait pu servir.",
                "Places cochées à la porte ; %(empty)s sont restées vides, et auraient pu servir.",
                empty,
            )
            % {"empty": say_number(empty)},
        ),
        Figure(
            number=say_number(new),
            sentence=ngettext(
                "foyer venu pour la première fois", "foyers venus pour la première fois", new
            ),
            method=_("Cochés à la porte, et jamais avant ; nos listes gardent les noms un an."),
        ),
        Figure(
            number=say_number(pairs),
            sentence=ngettext("nouvelle rencontre", "nouvelles rencontres", pairs),
            method=_(
                "Paires de foyers réunis pour la première fois à une séance de moins de quinze, "
                "comptées sur les listes de la porte ; rien n’est noté de qui a vu qui."
            ),
        ),
    ]


def _of_answers(counts: Counts) -> list[Figure]:
    """Nothing while one could guess whose an answer is."""
    answers = counts["workshops.answers_given"]
    if not may_be_shown(answers):
        return []
    share = round(100 * counts["workshops.answers_met_someone"] / answers)
    return [
        Figure(
            number=_("%(share)s %%") % {"share": say_number(share)},
            sentence=_("ont parlé avec quelqu’un de nouveau"),
            method=_("Sur %(answers)s réponses anonymes, données après les séances.")
            % {"answers": say_number(answers)},
        )
    ]


def _of_market(counts: Counts) -> list[Figure]:
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
    ]


def _of_gardens(counts: Counts) -> list[Figure]:
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
