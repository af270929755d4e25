"""A turn in the list, said with its reason."""

from datetime import datetime

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day, speaks_french
from workshops.models import WaitingEntry
from workshops.rules.waiting import offer_lasts
from workshops.standing import Ahead, ahead_of


def say_turn_of(entry: WaitingEntry, *, at: datetime) -> str:
    """Their turn; near the start, that seats are no longer offered and are for whoever takes them."""
    if offer_lasts(starts_at=entry.session.starts_at, now=at) is None:
        return _(
            "La séance commence bientôt : nous ne proposons plus de place. S’il s’en libère une,"
            " elle se réserve sur la page de la séance, ou se prend à la porte."
        )
    return say_turn(ahead=ahead_of(entry), joined_at=entry.joined_at)


def say_turn(*, ahead: Ahead, joined_at: datetime) -> str:
    """ "Vous êtes 3e : vous avez demandé mardi 3 mars, et deux foyers attendent avant vous, pour 5 places." """
    day = say_day(timezone.localtime(joined_at))
    if not ahead.households:
        return _("Vous êtes en tête de la liste : vous avez demandé %(day)s.") % {"day": day}
    return ngettext(
        "Vous êtes %(rank)s : vous avez demandé %(day)s, et un foyer attend avant vous, pour %(seats)s.",
        "Vous êtes %(rank)s : vous avez demandé %(day)s, et %(ahead)s foyers attendent avant vous, pour %(seats)s.",
        ahead.households,
    ) % {
        "rank": say_rank(ahead.households + 1),
        "day": day,
        "ahead": apnumber(ahead.households),
        "seats": say_seats(ahead.seats),
    }


def say_seats(seats: int) -> str:
    """ "une place", "5 places"."""
    return ngettext("une place", "%(seats)d places", seats) % {"seats": seats}


def say_rank(rank: int) -> str:
    """ "2e", "3e" or "2nd", "3rd"."""
    if speaks_french():
        return "1er" if rank == 1 else f"{rank}e"
    if rank % 100 in (11, 12, 13):
        return f"{rank}th"
    return f"{rank}{({1: 'st', 2: 'nd', 3: 'rd'}).get(rank % 10, 'th')}"
