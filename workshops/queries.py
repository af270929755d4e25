"""Reads for screens."""

from datetime import datetime

from workshops.models import Booking, Session, WorkshopPage


def next_sessions(*, at: datetime, limit: int) -> list[Session]:
    """The nearest sessions with their seats, for the home page."""
    return list(Session.objects.upcoming(at=at).for_screens()[:limit])


def sessions_of(workshop_id: int, *, at: datetime) -> list[Session]:
    """A workshop's coming sessions with their seats."""
    return list(Session.objects.upcoming(at=at).filter(workshop_id=workshop_id).for_screens())


def other_sessions(session: Session, *, at: datetime) -> list[Session]:
    """The same workshop on other dates with seats left: what to say when this one is full."""
    return [
        other
        for other in sessions_of(session.workshop_id, at=at)
        if other.pk != session.pk and other.seats_left
    ]


def story_of(workshop_id: int, *, language: str) -> WorkshopPage | None:
    """The page that tells a workshop in a language, when it is published."""
    pages = WorkshopPage.objects.live().filter(locale__language_code=language)
    story: WorkshopPage | None = pages.filter(workshop=workshop_id).first()
    return story


def booking_by_token(token: str) -> Booking | None:
    """The booking a mail's link speaks of, with all its page shows."""
    return (
        Booking.objects.select_related("session__workshop", "session__place")
        .prefetch_related("seats")
        .filter(token=token)
        .first()
    )
