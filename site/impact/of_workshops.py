"""People who met over a jar, told in figures."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_number
from impact.figures import Counts, Figure
from workshops.rules.feedback import may_be_shown


def figures_of(counts: Counts) -> list[Figure]:
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
