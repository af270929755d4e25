"""A rank, said with its reason."""

from datetime import date

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import speaks_french
from gardens.rules.line import PlaceInLine


def say_rank(place: PlaceInLine) -> str:
    """ "Vous êtes 3e : deux foyers ont demandé avant vous, le premier le 3 mars." """
    if place.first_asked_at is None:
        return _(
            "Vous êtes en tête de la liste : personne n’attend depuis plus longtemps que vous."
        )
    return ngettext(
        "Vous êtes %(rank)s : un foyer a demandé avant vous, le %(day)s.",
        "Vous êtes %(rank)s : %(ahead)s foyers ont demandé avant vous, le premier le %(day)s.",
        place.ahead,
    ) % {
        "rank": say_ordinal(place.rank),
        "ahead": apnumber(place.ahead),
        "day": say_date(timezone.localdate(place.first_asked_at)),
    }


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
    }
    origins = {
        "ADEME": _("ADEME, Impact CO2"),
        "A": _("calendrier de jardinage d’Île-de-France"),
        "B": _("calendrier de jardinage de l’ouest de la France"),
        "C": _("calendrier de maraîchers français"),
        "D": _("calendrier de maraîchers français"),
        "J": _("ouvrage de référence sur le jardinage"),
        "k": _("usage courant, non vérifié"),
    }
    pairs = (source.partition(":") for source in sources.split())
    return [(facts.get(fact, fact), origins.get(origin, origin)) for fact, _colon, origin in pairs]
