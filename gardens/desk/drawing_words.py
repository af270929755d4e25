"""What whoever draws a plan is told: what to mend, or who else drew."""

from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_hours
from gardens.models import Feature, PlotChange
from gardens.rules.drawing import Fault, Problem


def say_problem(problem: Problem) -> str:
    numbers = problem.numbers
    one = {"number": numbers[0]} if numbers else {}
    match problem.fault:
        case Fault.NUMBER_TWICE:
            return _("Deux parcelles portent le numéro %(number)d : changez l’un des deux.") % one
        case Fault.OUTSIDE:
            return _("La parcelle %(number)d sort du plan : ramenez-la à l’intérieur.") % one
        case Fault.CROSSED:
            return _("Le contour de la parcelle %(number)d se croise : écartez ses coins.") % one
        case Fault.TOO_SMALL:
            return _("La parcelle %(number)d est trop petite pour être cultivée.") % one
        case Fault.OVERLAP:
            return _(
                "Les parcelles %(first)d et %(second)d se chevauchent : écartez-les, elles peuvent se toucher."
            ) % {"first": numbers[0], "second": numbers[1]}
    kinds = dict(Feature.Kind.choices)
    return _("Un repère sort du plan : %(kind)s. Ramenez-le à l’intérieur.") % {
        "kind": kinds.get(problem.kind, "")
    }


def say_who_drew(change: PlotChange | None) -> str:
    """Who kept a plan meanwhile, when, and that nothing drawn here is lost."""
    who = change.by.get_full_name() if change and change.by else ""
    if change is None or not who:
        return _("Le plan a changé pendant que vous dessiniez.")
    return _("%(who)s a changé le plan %(day)s à %(hour)s, pendant que vous dessiniez.") % {
        "who": who,
        "day": say_day(change.at),
        "hour": say_hours(change.at),
    }
