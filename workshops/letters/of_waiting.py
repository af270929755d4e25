"""Letters to those who wait. Each is None when its reason no longer stands."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from commons.notices.letters import Letter
from commons.notices.models import Message
from workshops import queries
from workshops.letters import facts
from workshops.models import Offer, Session, WaitingEntry


def waiting(message: Message) -> Letter | None:
    entry = _entry(message)
    if entry.state != WaitingEntry.State.WAITING:
        return None
    return _letter(
        entry,
        _("Sur la liste d’attente : %(workshop)s"),
        "waiting",
        rank=queries.rank_of(entry),
    )


def waiting_moved(message: Message) -> Letter | None:
    """Only the last of several moves is told."""
    entry = _entry(message)
    is_last = message.key.rpartition(":")[2] == str(entry.session.sequence)
    if entry.state not in WaitingEntry.IN_LIST or not is_last:
        return None
    return _letter(
        entry,
        _("Changement de date ou de lieu : %(workshop)s"),
        "waiting_moved",
        before=facts.before(entry.session),
    )


def offered(message: Message) -> Letter | None:
    offer = Offer.objects.select_related(
        "entry__session__workshop", "session__workshop", "session__place"
    ).get(pk=message.subject_id)
    if not offer.is_alive(at=timezone.now()):
        return None
    return _letter(
        offer.entry,
        _("Une place pour vous : %(workshop)s"),
        "offered",
        session=offer.session,
        offer=offer,
        is_twin=offer.session_id != offer.entry.session_id,
        link=settings.SITE_URL + offer.get_absolute_url(),
    )


def offer_expired(message: Message) -> Letter | None:
    """Unless they left or found a seat meanwhile."""
    entry = _entry(message)
    if entry.state not in (*WaitingEntry.IN_LIST, WaitingEntry.State.LAPSED):
        return None
    return _letter(
        entry, _("La place est passée à quelqu’un d’autre : %(workshop)s"), "offer_expired"
    )


def offer_revoked(message: Message) -> Letter | None:
    entry = _entry(message)
    if entry.state not in WaitingEntry.IN_LIST:
        return None
    return _letter(entry, _("La séance proposée n’aura pas lieu : %(workshop)s"), "offer_revoked")


def list_closed(message: Message) -> Letter | None:
    entry = _entry(message)
    if not entry.session.is_cancelled:
        return None
    return _letter(entry, _("Séance annulée : %(workshop)s"), "list_closed")


def _entry(message: Message) -> WaitingEntry:
    rows = WaitingEntry.objects.select_related("session__workshop", "session__place")
    return rows.get(pk=message.subject_id)


def _letter(
    entry: WaitingEntry,
    subject: str,
    template: str,
    *,
    session: Session | None = None,
    **more: Any,
) -> Letter:
    told = session or entry.session
    return Letter(
        subject=subject % {"workshop": told.workshop.name},
        template=f"workshops/emails/{template}",
        context={
            "entry": entry,
            "session": told,
            "facts": facts.of_session(told),
            "link": settings.SITE_URL + entry.get_absolute_url(),
            "session_link": settings.SITE_URL + told.get_absolute_url(),
            **more,
        },
    )
