"""What a page of any kind may show of the workshops, always up to date."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from commons.cms.live import LiveList


def next_sessions(*, now: datetime, limit: int) -> dict[str, Any]:
    from workshops import queries

    return {"sessions": queries.next_sessions(at=now, limit=limit)}


SESSIONS = LiveList(
    label=_("Ateliers : les prochaines séances"),
    template="workshops/live_sessions.html",
    read=next_sessions,
)
