"""Seats are few: whoever changes those of a session takes turns on its row."""

from collections.abc import Iterable

from workshops.models import Session


def lock_session(session_id: int) -> Session:
    """The session, locked until commit with the one it doubles and those that double it.

    They share their waiting lists. Raises Session.DoesNotExist.
    """
    family = Session.objects.filter(pk=session_id).values_list("pk", "twin_of", "twins")
    locked = lock_sessions(pk for row in family for pk in row if pk)
    if session_id not in locked:
        raise Session.DoesNotExist
    return locked[session_id]


def lock_sessions(session_ids: Iterable[int]) -> dict[int, Session]:
    """Several sessions, locked in id order, by id."""
    rows = (
        Session.objects.select_for_update(of=("self",))
        .select_related("workshop", "place")
        .filter(pk__in=set(session_ids))
        .order_by("pk")
    )
    return {session.pk: session for session in rows}
