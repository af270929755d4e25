"""A rank, said with its reason."""

from datetime import date

from django.contrib.humanize.templatetags.humanize import apnumber, ordinal
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gardens.rules import PlaceInLine


def say_rank(place: PlaceInLine) -> str:
    """ "Vous êtes 3e : deux foyers ont demandé avant vous, le premier le 3 mars." """
    if place.first_asked_at is None:
        return _(
            "Vous êtes en tête de la liste : personne n’attend depuis plus longtemps que vous."
        )
    return ngettext(
        "Vous êtes %(rank)s : un foyer a demandé avant vous, le %(day)s.",
        "Vous êtes %(rank)s : %(ahead)s foyers ont demandé avant vous, le premier le %(day)s.",
        place.ahead,
    ) % {
        "rank": ordinal(place.rank),
        "ahead": apnumber(place.ahead),
        "day": say_date(timezone.localdate(place.first_asked_at)),
    }


def say_date(day: date) -> str:
    """ "3 mars", "1er mars", "3 March"; with its year when that is another one."""
    pattern = _("j F") if day.year == timezone.localdate().year else _("j F Y")
    said = date_format(day, pattern)
    if day.day == 1 and (get_language() or "fr").startswith("fr"):
        return said.replace("1", "1er", 1)
    return said
