"""Which verbs a market day offers where it stands, the next step first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from market.models import MarketDay

State = MarketDay.State


@dataclass(frozen=True, kw_only=True)
class Step:
    label: Any
    url: str
    is_next: bool = False
    is_grave: bool = False


LABELS = {
    "announce": _("Annoncer"),
    "copy": _("Reprendre un autre jour"),
    "close": _("Clore les commandes"),
    "reopen": _("Rouvrir les commandes"),
    "prepare": _("Commencer la préparation"),
    "finish": _("Terminer le marché"),
    "message": _("Écrire aux personnes"),
    "call_off": _("Annuler ce marché"),
}
OFFERED = {
    State.DRAFT: ("announce", "copy", "call_off"),
    State.OPEN: ("close", "copy", "message", "call_off"),
    State.CLOSED: ("prepare", "reopen", "message", "call_off"),
    State.PREPARING: ("finish", "reopen", "message", "call_off"),
    State.DONE: ("message",),
    State.CANCELLED: (),
}


def steps_of(market_day: MarketDay, *, now: datetime) -> list[Step]:
    """Those that would not be refused by the clock."""
    names = [name for name in _names(market_day, now=now) if _is_in_time(name, market_day, now=now)]
    return [
        Step(
            label=LABELS[name],
            url=reverse(f"market_desk:{name}", args=[market_day.pk]),
            is_next=rank == 0,
            is_grave=name == "call_off",
        )
        for rank, name in enumerate(names)
    ]


def _names(market_day: MarketDay, *, now: datetime) -> tuple[str, ...]:
    if market_day.state == State.OPEN and now >= market_day.orders_close_at:
        return OFFERED[State.CLOSED]  # the task that closes it has not passed yet
    return OFFERED[State(market_day.state)]


def _is_in_time(name: str, market_day: MarketDay, *, now: datetime) -> bool:
    until = {
        "announce": market_day.orders_close_at,
        "reopen": market_day.opens_at,
        "call_off": market_day.closes_at,
    }
    if name == "finish":
        return now >= market_day.opens_at
    return name not in until or now < until[name]
