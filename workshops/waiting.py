"""What workshops leave to do, for who may do it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.spoken import say_day, say_hours, say_time
from commons.cms.waiting import Card, Line
from workshops import own
from workshops.models import Booking, Session
from workshops.rules.waiting import TWIN_FROM_SEATS

AHEAD = timedelta(days=7)
SHOWN = 6


def waiting_for(person: Any, *, now: datetime) -> list[Card]:
    """The sessions of the week, those that could have a twin, what is not paid yet."""
    if not person.has_perm("workshops.view_session"):
        return []
    cards = [_of_the_week(person, now=now)]
    if person.has_perm(own.CHANGE_SESSIONS):
        cards.append(_to_double(person, now=now))
    if person.has_perm(own.SEE_EVERY_BOOKING):
        cards.append(_being_paid(now=now))
    return cards


def _of_the_week(person: Any, *, now: datetime) -> Card:
    """From the one going on to the last of the seven days."""
    near = own.sessions_of(person).filter(
        state=Session.State.PLANNED, ends_at__gt=now, starts_at__lt=now + AHEAD
    )
    return Card(
        title=_("Séances de la semaine"),
        icon="calendar-check",
        kind="workshops",
        lines=[_week_line(session) for session in near.for_screens(at=now)[:SHOWN]],
        url=reverse("wagtailsnippets_workshops_session:list"),
        more=_("Toutes les séances"),
    )


def _week_line(session: Session) -> Line:
    return Line(
        text=session.workshop.name,
        url=reverse("workshops_desk:session", args=[session.pk]),
        note=_("%(day)s, %(time)s · places prises : %(taken)d sur %(capacity)d")
        % {
            "day": say_day(session.starts_at),
            "time": say_time(session.starts_at),
            "taken": session.seats_taken,
            "capacity": session.capacity,
        },
    )


def _to_double(person: Any, *, now: datetime) -> Card:
    """Full, with enough seats waited for to fill another."""
    full = (
        own.sessions_of(person)
        .upcoming(at=now)
        .for_screens(at=now)
        .with_seats_waited_for()
        .full_with_waiting(seats=TWIN_FROM_SEATS)
    )
    return Card(
        title=_("Assez d’attente pour une jumelle"),
        icon="copy",
        kind="workshops",
        lines=[_double_line(session) for session in full[:SHOWN]],
    )


def _double_line(session: Session) -> Line:
    count = session.seats_waited_for
    return Line(
        text=session.workshop.name,
        url=reverse("workshops_desk:twin", args=[session.pk]),
        note=ngettext(
            "%(day)s · %(count)d place attendue",
            "%(day)s · %(count)d places attendues",
            count,
        )
        % {"day": say_day(session.starts_at), "count": count},
    )


def _being_paid(*, now: datetime) -> Card:
    held = Booking.objects.filter(state=Booking.State.HELD, expires_at__gt=now)
    return Card(
        title=_("Places retenues, pas encore payées"),
        icon="time",
        kind="workshops",
        lines=list(_held_lines(held.select_related("session__workshop").order_by("expires_at"))),
    )


def _held_lines(held: Any) -> Iterator[Line]:
    for booking in held[:SHOWN]:
        yield Line(
            text=booking.name,
            url=reverse("workshops_desk:session", args=[booking.session_id]),
            note=_("%(workshop)s · jusqu’à %(time)s")
            % {"workshop": booking.session.workshop, "time": say_hours(booking.expires_at)},
        )
