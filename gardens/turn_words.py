"""Turns, and the reasons of a proposal, said as people say them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day, say_hours
from gardens.models import Duty, Turn
from gardens.rules.proposal import Bar, Why


def say_when(turn: Turn) -> str:
    """ "samedi 14 mars, 8 h – 10 h" """
    return say_span(turn.starts_at, turn.ends_at)


def say_span(starts_at: datetime, ends_at: datetime) -> str:
    """On one day or over several."""
    first, last = say_day(starts_at), say_day(ends_at)
    if first == last:
        return f"{first}, {say_hours(starts_at, ends_at)}"
    return _("du %(first)s, %(from)s, au %(last)s, %(to)s") % {
        "first": first,
        "from": say_hours(starts_at),
        "last": last,
        "to": say_hours(ends_at),
    }


def say_turn(turn: Turn) -> str:
    """ "Arrosage du matin, samedi 14 mars, 8 h – 10 h" """
    return f"{turn.chore.name}, {say_when(turn)}"


def say_reason(duty: Duty) -> str:
    """Why a household was asked; empty for what it chose itself."""
    if duty.how != Duty.How.PROPOSED:
        return ""
    return say_why(_read(duty.why)) if duty.why else _("Choisi par l’équipe du jardin.")


def say_why(why: Why) -> str:
    """ "2 tours en un an : personne n’en a moins." """
    had = _say_load(why.load)
    if not why.lighter:
        return _("%(turns)s : personne n’en a moins.") % {"turns": had}
    kept = ngettext(
        "%(turns)s ; %(count)d foyer en a moins, mais %(reasons)s.",
        "%(turns)s ; %(count)d foyers en ont moins, mais %(reasons)s.",
        why.lighter,
    )
    return kept % {"turns": had, "count": why.lighter, "reasons": _say_bars(why)}


def _say_load(turns: int) -> str:
    if not turns:
        return _("Aucun tour en un an")
    return ngettext("%(count)d tour en un an", "%(count)d tours en un an", turns) % {"count": turns}


def say_nobody(why: Why) -> str:
    """Why no household could be asked for a place."""
    if not why.passed_over:
        return _("Aucun foyer ne jardine ici ce jour-là.")
    return _("Personne à proposer : %(reasons)s.") % {"reasons": _say_bars(why)}


def say_bar(bar: Bar, count: int) -> str:
    """What keeps some households from a turn."""
    words = {
        Bar.DAY_OFF: ngettext(
            "%(count)d ne peut pas ce jour-là", "%(count)d ne peuvent pas ce jour-là", count
        ),
        Bar.ENOUGH: ngettext(
            "%(count)d a son compte ce mois-ci", "%(count)d ont leur compte ce mois-ci", count
        ),
        Bar.BUSY: ngettext(
            "%(count)d est déjà pris à cette heure",
            "%(count)d sont déjà pris à cette heure",
            count,
        ),
        Bar.ALREADY: ngettext(
            "%(count)d est déjà de ce tour", "%(count)d sont déjà de ce tour", count
        ),
        Bar.DECLINED: ngettext(
            "%(count)d a décliné ce tour", "%(count)d ont décliné ce tour", count
        ),
        Bar.AWAY: ngettext("%(count)d sera parti", "%(count)d seront partis", count),
    }
    return words[bar] % {"count": count}


def _say_bars(why: Why) -> str:
    return ", ".join(say_bar(bar, count) for bar, count in why.passed_over)


def _read(why: Mapping[str, Any]) -> Why:
    """A reason as it was kept with its duty."""
    passed = tuple((Bar(bar), count) for bar, count in why.get("passed_over", ()))
    return Why(load=why.get("load", 0), passed_over=passed)
