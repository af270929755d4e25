"""Sessions, as the agenda and the calendar files want them."""

from datetime import datetime

from commons.agenda import AgendaEntry, Audience
from workshops.models import Session


def entries(*, start: datetime, end: datetime) -> list[AgendaEntry]:
    """The planned sessions that start between two moments."""
    sessions = Session.objects.for_screens().filter(
        state=Session.State.PLANNED, starts_at__gte=start, starts_at__lt=end
    )
    return [entry_of(session) for session in sessions]


def entry_of(session: Session) -> AgendaEntry:
    """One session; its UID is its row's, so that a moved session moves in the calendars too."""
    return AgendaEntry(
        uid=f"session-{session.pk}",
        trade="workshops",
        title=session.workshop.name,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        url=session.get_absolute_url(),
        place=session.where,
        zone=session.zone,
        sequence=session.sequence,
        cancelled=session.is_cancelled,
        place_name=session.where_short,
        audience=Audience(session.workshop.audience),
    )
