"""Why two households are brought together, and why others are passed by, in words."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gardens.models import Match, Tenancy
from gardens.rules.gardening import Hours
from gardens.rules.matching import Obstacle, Reason

OBSTACLES: dict[Obstacle, Any] = {
    Obstacle.WANTS_ALONE: gettext_lazy("souhaite une parcelle pour son foyer"),
    Obstacle.HAS_AN_OFFER: gettext_lazy("a déjà une parcelle à accepter ou non"),
    Obstacle.HAS_A_MATCH: gettext_lazy("a déjà un coin à accepter ou non"),
    Obstacle.HOLDS_ENOUGH: gettext_lazy("cultive déjà ce que le jardin donne à un foyer"),
    Obstacle.TRIED_BEFORE: gettext_lazy("s’est déjà vu proposer de partager avec ce foyer"),
    Obstacle.NEEDS_RAISED_BED: gettext_lazy("a besoin d’un bac surélevé"),
    Obstacle.OTHER_SIZE: gettext_lazy("souhaite une autre surface"),
    Obstacle.NO_COMMON_HOURS: gettext_lazy("n’a aucune heure en commun, et un foyer suivant si"),
}


def say_passed(why: Obstacle, rank: int) -> Any:
    """ "Rang 2 : souhaite une autre surface." """
    return format_lazy(gettext_lazy("Rang {rank} : {why}."), rank=rank, why=say_obstacle(why))


def say_obstacle(why: Obstacle | str) -> Any:
    return OBSTACLES[Obstacle(why)]


def say_reasons(match: Match) -> list[str]:
    """Why these two, each reason in a sentence that both may read."""
    common = set(match.corner.hours) & set(match.request.hours)
    when = " · ".join(str(label) for value, label in Hours.choices if value in common)
    said = {
        Reason.TURN: _("C’est le premier foyer de la liste à qui ce coin convient."),
        Reason.HOURS: _("Vous jardinez aux mêmes heures : %(when)s.") % {"when": when},
        Reason.SIZE: _("C’est la surface souhaitée."),
        Reason.LEARNING: _("L’un des foyers débute, l’autre jardine depuis longtemps."),
        Reason.GENERATIONS: _("Deux générations, et l’envie de part et d’autre de les mêler."),
    }
    kept = {*match.reasons} if when else {*match.reasons} - {Reason.HOURS}
    return [said[reason] for reason in Reason if reason in kept]


def first_name(name: str) -> str:
    """What is said of somebody before both agreed; the rest stays with the committee."""
    return name.split(maxsplit=1)[0] if name.split() else _("Un foyer du jardin")


def host_name(tenancy: Tenancy) -> str:
    return first_name(tenancy.name)


def full_name(tenancy: Tenancy) -> str:
    """Once both agreed."""
    return tenancy.name or tenancy.household.name
