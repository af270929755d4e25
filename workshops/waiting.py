"""What workshops leave to do, for who may do it."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day, say_time
from commons.cms.waiting import Card, Line
from workshops.models import Session

AHEAD = timedelta(days=7)
SHOWN = 6


def waiting_for(person: Any, *, now: datetime) -> list[Card]:
    """The sessions of the week, and how full they are."""
    if not person.has_perm("workshops.view_booking"):
        return []
    coming = Session.objects.upcoming(at=now).filter(starts_at__lt=now + AHEAD)
    return [
        Card(
            title=_("Séances de la semaine"),
            icon="calendar-check",
            kind="workshops",
            lines=[_line(session) for session in coming.for_screens()[:SHOWN]],
            url=reverse("wagtailsnippets_workshops_booking:list"),
            more=_("Toutes les inscriptions"),
        )
    ]


def _line(session: Session) -> Line:
    return Line(
        text=session.workshop.name,
        url=reverse("wagtailsnippets_workshops_booking:list") + f"?session={session.pk}",
        note=_("%(day)s, %(time)s · places prises : %(taken)d sur %(capacity)d")
        % {
            "day": say_day(session.starts_at),
            "time": say_time(session.starts_at),
            "taken": session.seats_taken,
            "capacity": session.capacity,
        },
    )
