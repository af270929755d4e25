"""The board of a garden: notices posted, reported, removed with a reason, and mailed."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from commons.people.models import Person
from gardens import letters, queries
from gardens.models import Garden, Notice, Tenancy
from gardens.refusals import NoticeGoneError, NotTheirsError


def post_notice(
    *,
    garden_id: int,
    title: str,
    words: str,
    until: date,
    tenancy: Tenancy | None = None,
    by: Person | None = None,
    picture: Any = "",
    now: datetime | None = None,
) -> Notice:
    """Hang a notice until a day included: a household's, or the committee's when ``tenancy`` is None."""
    with transaction.atomic(durable=True):
        return Notice.objects.create(
            garden_id=garden_id,
            tenancy=tenancy,
            by=by,
            title=title,
            words=words,
            picture=picture,
            until=until,
            posted_at=now or timezone.now(),
        )


def mail_notice(*, notice_id: int, now: datetime | None = None) -> int:
    """Send a notice of the committee to every household of the garden, once; says to how many.

    Raises Notice.DoesNotExist, NotTheirsError for a household's notice, NoticeGoneError once it is down.
    """
    now = now or timezone.now()
    today = timezone.localdate(now)
    with transaction.atomic(durable=True):
        notice = _lock(notice_id)
        if notice.tenancy_id:
            raise NotTheirsError
        if notice.removed_at or notice.until < today:
            raise NoticeGoneError
        if notice.mailed_at:
            return 0
        notice.mailed_at = now
        notice.save(update_fields=["mailed_at"])
        reached = list(queries.reachable(notice.garden_id, on=today))
        for gardener in reached:
            letters.mail_notice(notice, to=gardener)
    return len(reached)


def take_down(*, notice_id: int, tenancy_id: int, now: datetime | None = None) -> Notice:
    """A household takes its own notice down. Raises Notice.DoesNotExist, NotTheirsError."""
    with transaction.atomic(durable=True):
        notice = _lock(notice_id)
        if notice.tenancy_id != tenancy_id:
            raise NotTheirsError
        _remove(notice, now=now or timezone.now())
    return notice


def report_notice(
    *, notice_id: int, tenancy_id: int, because: str, now: datetime | None = None
) -> Notice:
    """Tell the committee that a notice should not hang; the first report is kept, and stays between them.

    Raises Notice.DoesNotExist, NotTheirsError for somebody of another garden.
    """
    with transaction.atomic(durable=True):
        notice = _lock(notice_id)
        if not Tenancy.objects.filter(pk=tenancy_id, plot__garden=notice.garden_id).exists():
            raise NotTheirsError
        if notice.reported_at is None:
            notice.reported_at = now or timezone.now()
            notice.reported_because = because
            notice.save(update_fields=["reported_at", "reported_because"])
    return notice


def remove_notice(*, notice_id: int, because: str, now: datetime | None = None) -> Notice:
    """The committee takes a notice down; its household is told why. Raises Notice.DoesNotExist."""
    with transaction.atomic(durable=True):
        notice = _lock(notice_id)
        if notice.removed_at is None:
            _remove(notice, because=because, now=now or timezone.now())
            letters.tell_removed(notice)
    return notice


def keep_notice(*, notice_id: int) -> Notice:
    """The committee read a report, and leaves the notice up. Raises Notice.DoesNotExist."""
    with transaction.atomic(durable=True):
        notice = _lock(notice_id)
        notice.reported_at = None
        notice.reported_because = ""
        notice.save(update_fields=["reported_at", "reported_because"])
    return notice


def write_digests(*, now: datetime | None = None) -> int:
    """One letter a week to each household that wished for it, where something new hangs; says how many."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    with transaction.atomic(durable=True):
        gardens = Garden.objects.filter(notices__in=queries.notices_of_the_week(now=now)).distinct()
        readers = Tenancy.objects.current(on=today).filter(
            plot__garden__in=gardens, wishes__weekly_digest=True
        )
        for reader in readers:
            letters.write_digest(reader, on=today)
    return len(readers)


def _lock(notice_id: int) -> Notice:
    notices = Notice.objects.select_for_update(of=("self",))
    return notices.select_related("tenancy", "garden").get(pk=notice_id)


def _remove(notice: Notice, *, now: datetime, because: str = "") -> None:
    if notice.removed_at is None:
        notice.removed_at = now
        notice.removed_because = because
        notice.save(update_fields=["removed_at", "removed_because"])
