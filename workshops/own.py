"""Whose sessions: who sees every booking sees all; who leads a workshop sees its own, and nobody else's."""

from typing import Any

from workshops.models import Session, SessionQuerySet

SEE_EVERY_BOOKING = "workshops.view_booking"
BOOK_FOR_OTHERS = "workshops.add_booking"
CHANGE_SESSIONS = "workshops.change_session"
ADD_SESSIONS = "workshops.add_session"


def sessions_of(person: Any) -> SessionQuerySet:
    """The sessions whose people somebody may see: at the desk, at the door, in a file."""
    if not person.is_authenticated:
        return Session.objects.none()
    if person.has_perm(SEE_EVERY_BOOKING):
        return Session.objects.all()
    return Session.objects.filter(workshop__facilitators=person)


def sees_addresses(person: Any) -> bool:
    """Whether they may read how to reach people: those who lead a workshop need names and needs only."""
    seen: bool = person.has_perm(SEE_EVERY_BOOKING)
    return seen
