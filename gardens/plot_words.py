"""A plot, said as gardeners say it: how it stands, where its water is, what it was."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_number
from gardens.models import Plot, PlotChange
from gardens.rules.standing import Standing
from gardens.words import say_date

NEXT_TO_IT_M = 2


@dataclass(frozen=True, kw_only=True)
class Told:
    """A sentence of a plot's story, and the plots of today it leads to."""

    sentence: str
    plots: list[Plot] = field(default_factory=list)


def say_standing(plot: Plot) -> str:
    """How a plot read with its tenants stands, in a sentence; never who holds it."""
    if plot.standing == Standing.FREE:
        return _("Elle est libre : elle attend quelqu’un.")
    if plot.standing == Standing.OFFERED:
        return _("Elle est proposée : un foyer de la liste a quelques jours pour répondre.")
    if plot.standing == Standing.COLLECTIVE:
        return _("Elle est à tout le jardin : on y vient quand on veut.")
    if plot.standing == Standing.HELD:
        return _("Un foyer la cultive.")
    left = plot.free_parts
    if left:
        return ngettext(
            "Des foyers la partagent ; il y reste %(left)d coin.",
            "Des foyers la partagent ; il y reste %(left)d coins.",
            left,
        ) % {"left": left}
    if plot.tenants < plot.parts:
        return _("Des foyers la partagent ; le coin qui reste est proposé à un autre.")
    return _("Des foyers la partagent, elle est au complet.")


def say_water(metres: float | None) -> str:
    """ "à 8 m", "juste à côté"; nothing when the plan shows no point of water."""
    if metres is None:
        return ""
    if metres < NEXT_TO_IT_M:
        return _("juste à côté")
    return _("à %(metres)s m") % {"metres": say_number(round(metres))}


def say_past(change: PlotChange) -> Told:
    """What made a plot: "Depuis le 3 mars, elle est un morceau de la parcelle 7, divisée en deux." """
    sources, results = list(change.sources.all()), list(change.results.all())
    said = {"day": say_date(change.on), "sources": _numbers(sources), "results": _numbers(results)}
    if change.kind == PlotChange.Kind.SPLIT:
        sentence = _("Le %(day)s, la parcelle %(sources)s a été divisée : %(results)s.") % said
    else:
        sentence = _("Le %(day)s, les parcelles %(sources)s ont été réunies.") % said
    return Told(sentence=sentence)


def say_future(plot: Plot, change: PlotChange | None) -> Told:
    """What became of a plot that is no more, and where its ground is found now."""
    day = say_date(plot.retired_on) if plot.retired_on else ""
    if change is None or change.kind == PlotChange.Kind.RETIRED:
        return Told(
            sentence=_("Depuis le %(day)s, cette parcelle n’existe plus.") % {"day": day},
        )
    results = list(change.results.all())
    here = [result for result in results if result.retired_on is None]
    if change.kind == PlotChange.Kind.SPLIT:
        sentence = _("Le %(day)s, cette parcelle a été divisée en deux.") % {"day": day}
    else:
        sentence = _("Le %(day)s, cette parcelle a été réunie à une autre.") % {"day": day}
    return Told(sentence=sentence, plots=here)


def _numbers(plots: Iterable[Plot]) -> str:
    """ "3 et 4" """
    return get_text_list([str(plot.number) for plot in plots], _("et"))
