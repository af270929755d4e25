"""What turns and notices leave to do, for who may do it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day
from commons.cms.waiting import Card, Line
from gardens.desk.chores import CHANGE_TURNS, board_of
from gardens.desk.things import CHANGE_NOTICES, screen_of
from gardens.models import Notice, Turn
from gardens.turn_words import say_turn

SHOWN = 5
SOON = timedelta(days=7)


def cards(person: Any, *, now: datetime) -> Iterator[Card]:
    """The empty turns of the week, the nearest first; then the notices that somebody reported."""
    if person.has_perm(CHANGE_TURNS):
        yield _empty_turns(now=now)
    if person.has_perm(CHANGE_NOTICES):
        yield _reported(now=now)


def _empty_turns(*, now: datetime) -> Card:
    turns = Turn.objects.filter(starts_at__gt=now, starts_at__lt=now + SOON, call_off=None)
    empty = turns.with_room().select_related("chore__garden").order_by("starts_at", "pk")
    return Card(
        title=_("Tours à remplir cette semaine"),
        icon="calendar",
        kind="gardens",
        lines=[
            Line(
                text=say_turn(turn),
                url=board_of(turn),
                note=ngettext(
                    "%(garden)s, %(count)d place", "%(garden)s, %(count)d places", turn.empty
                )
                % {"garden": turn.chore.garden.name, "count": turn.empty},
            )
            for turn in empty[:SHOWN]
        ],
    )


def _reported(*, now: datetime) -> Card:
    up = Notice.objects.up(on=localdate(now)).filter(reported_at__isnull=False)
    return Card(
        title=_("Annonces signalées"),
        icon="comment",
        kind="gardens",
        lines=[
            Line(
                text=notice.title,
                url=screen_of(notice),
                note=_("%(garden)s, %(day)s")
                % {"garden": notice.garden.name, "day": say_day(notice.reported_at)},
            )
            for notice in up.select_related("garden").order_by("reported_at")[:SHOWN]
            if notice.reported_at
        ],
    )
