"""Ranks, days, half-months and sources, said as people say them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.cms.spoken import say_months, speaks_french
from commons.plants.climates import HALVES_IN_A_YEAR, months_of
from gardens.models import Criterion
from gardens.rules.line import PlaceInLine
from gardens.rules.proposing import Why

WHY = {
    Why.HAS_AN_OFFER: gettext_lazy("a déjà une proposition à laquelle répondre"),
    Why.HOLDS_ENOUGH: gettext_lazy("cultive déjà autant de parcelles que le jardin en confie"),
    Why.DECLINED_IT: gettext_lazy("a décliné cette parcelle"),
    Why.WANTS_ALONE: gettext_lazy("souhaite une parcelle pour son foyer seul"),
    Why.WANTS_TO_SHARE: gettext_lazy("souhaite partager une parcelle"),
    Why.NEEDS_RAISED_BED: gettext_lazy("a besoin d’un bac surélevé"),
    Why.RAISED_BED_KEPT: gettext_lazy("n’a pas demandé de bac surélevé, et un foyer en attend un"),
    Why.OTHER_SIZE: gettext_lazy("souhaite une autre surface"),
}


def say_rank(place: PlaceInLine) -> str:
    """ "Vous êtes 3e : deux foyers ont demandé avant vous, le premier le 3 mars." """
    if not place.ahead:
        return _("Vous êtes en tête de la liste : personne ne passe avant vous.")
    return _("Vous êtes %(rank)s : %(why)s.") % {
        "rank": say_ordinal(place.rank),
        "why": " ; ".join(_those_ahead(place)),
    }


def _those_ahead(place: PlaceInLine) -> Iterator[str]:
    if place.earlier and place.first_asked_at:
        yield ngettext(
            "un foyer a demandé avant vous, le %(day)s",
            "%(ahead)s foyers ont demandé avant vous, le premier le %(day)s",
            place.earlier,
        ) % {
            "ahead": apnumber(place.earlier),
            "day": say_date(timezone.localdate(place.first_asked_at)),
        }
    if place.by_criteria:
        yield ngettext(
            "un foyer qui a demandé après vous passe devant par les critères publiés",
            "%(ahead)s foyers qui ont demandé après vous passent devant par les critères publiés",
            place.by_criteria,
        ) % {"ahead": apnumber(place.by_criteria)}


def say_criteria(head_starts: Mapping[str, int]) -> list[str]:
    """ "Ni jardin, ni balcon, ni cour : 90 jours d’avance", for each criterion that a list counts."""
    return [
        ngettext("%(what)s : %(days)d jour d’avance", "%(what)s : %(days)d jours d’avance", days)
        % {"what": capfirst(str(Criterion.Kind(kind).label)), "days": days}
        for kind, days in head_starts.items()
    ]


def say_why(why: Why) -> str:
    """Why a household in line is passed by, as the committee reads it."""
    return str(WHY[why])


def say_ordinal(rank: int) -> str:
    """ "1er", "3e" or "1st", "3rd"; Django's own filter gives HTML in French, and mails are text too."""
    if speaks_french():
        return "1er" if rank == 1 else f"{rank}e"
    if rank % 100 in (11, 12, 13):
        return f"{rank}th"
    return f"{rank}{({1: 'st', 2: 'nd', 3: 'rd'}).get(rank % 10, 'th')}"


def say_date(day: date) -> str:
    """ "3 mars", "1er mars", "3 March"; with its year when that is another one."""
    pattern = "j F" if day.year == timezone.localdate().year else "j F Y"
    said = date_format(day, pattern)
    return said.replace("1", "1er", 1) if day.day == 1 and speaks_french() else said


def say_sources(sources: str) -> list[tuple[str, str]]:
    """ "season:ADEME harvest:C" → what each fact of a plant sheet is, and where it comes from.

    The letters are those of the data's own notes; a source nobody named here is shown as it is written.
    """
    facts = {
        "season": _("De saison au marché"),
        "sow": _("Semer"),
        "plant": _("Planter"),
        "harvest": _("Récolter"),
        "family": _("Famille"),
        "frost": _("Gel"),
        "nursery": _("Du semis à la plantation"),
        "days": _("Du semis à la récolte"),
        "growth": _("De la plantation à la récolte"),
        "thin": _("Éclaircir"),
        "spacing": _("Distances"),
    }
    origins = {
        "ADEME": _("ADEME, Impact CO2"),
        "A": _("calendrier de jardinage d’Île-de-France"),
        "B": _("calendrier de jardinage de l’ouest de la France"),
        "C": _("calendrier de maraîchers français"),
        "D": _("calendrier de maraîchers français"),
        "J": _("ouvrage de référence sur le jardinage"),
        "V": _("jardins ouvriers de Villetaneuse"),
        "I": _("université de l’Illinois"),
        "M": _("université du Maine"),
        "Q": _("table de plantation du Québec"),
        "G": _("lettre de jardinage du Maine"),
        "U": _("université de Californie"),
        "P": _("Ponics Life"),
        "N": _("jardin partagé de Payson"),
        "H": _("université du Montana"),
        "F": _("CNews"),
        "k": _("usage courant, non vérifié"),
    }
    pairs = (source.partition(":") for source in sources.split())
    return [
        (facts.get(fact, fact), origins.get(origin) or _each(origin, origins))
        for fact, _colon, origin in pairs
    ]


def _each(letters: str, origins: Mapping[str, str]) -> str:
    """ "PN" → the names of both, when each letter has one."""
    known = [origins[letter] for letter in letters if letter in origins]
    return ", ".join(known) if len(known) == len(letters) else letters


def say_halves(halves: Sequence[int]) -> str:
    """ "de mi-mars à fin avril", "de mars à avril" when months are whole, "toute l’année"; runs are joined."""
    if len(set(halves)) == HALVES_IN_A_YEAR:
        return _("toute l’année")
    runs = [_say_run(first, last) for first, last in _runs(set(halves))]
    return _(" et ").join(runs)


def _runs(halves: Collection[int]) -> list[tuple[int, int]]:
    starts = [half for half in sorted(halves) if (half - 2) % HALVES_IN_A_YEAR + 1 not in halves]
    runs = []
    for first in starts:
        last = first
        while last % HALVES_IN_A_YEAR + 1 in halves:
            last = last % HALVES_IN_A_YEAR + 1
        runs.append((first, last))
    return runs


def _say_run(first: int, last: int) -> str:
    if first % 2 and last % 2 == 0:  # whole months
        return say_months(months_of(_between(first, last)))
    start = str(MONTHS[(first + 1) // 2])
    end = str(MONTHS[(last + 1) // 2])
    names = {"start": start, "end": end}
    if first == last:
        said = _("début %(start)s") if first % 2 else _("fin %(start)s")
    elif first % 2:
        said = _("de début %(start)s à mi-%(end)s")
    elif last % 2:
        said = _("de mi-%(start)s à mi-%(end)s")
    else:
        said = _("de mi-%(start)s à fin %(end)s")
    return said % names


def _between(first: int, last: int) -> list[int]:
    steps = (last - first) % HALVES_IN_A_YEAR
    return [(first - 1 + step) % HALVES_IN_A_YEAR + 1 for step in range(steps + 1)]
