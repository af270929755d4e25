"""Who is told what of a page under review. Messages are rows: no mail server stands between a writer and submitting.

Wagtail's own mails leave inside the request, and a mail server that refuses them breaks it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected
from wagtail.users.models import UserProfile

from commons.notices.actions import write_message
from commons.people.models import Person
from content.letters.reviews import APPROVED, COMMENTED, SENT_BACK, TO_REVIEW

# Comments are saved as they are typed: one mail gathers those of a while.
GATHER = timedelta(minutes=10)


def listen() -> None:
    """Take the place of Wagtail's mails: under their names, a second listener is not added."""
    task_submitted.connect(
        tell_reviewers,
        sender=TaskState,
        dispatch_uid="group_approval_task_submitted_email_notification",
    )
    workflow_approved.connect(
        tell_approved,
        sender=WorkflowState,
        dispatch_uid="workflow_state_approved_email_notification",
    )
    workflow_rejected.connect(
        tell_sent_back,
        sender=WorkflowState,
        dispatch_uid="workflow_state_rejected_email_notification",
    )


def tell_reviewers(*, instance: TaskState, user: Person | None = None, **_signal: Any) -> None:
    """Each reviewer but the writer: a page waits for them."""
    groups = instance.task.specific.groups.all()
    reviewers = get_user_model().objects.filter(groups__in=groups, is_active=True).distinct()
    for reviewer in _others(reviewers, than=user):
        _write(f"review:{instance.pk}:{reviewer.pk}", TO_REVIEW, instance.pk, to=reviewer)


def tell_approved(*, instance: WorkflowState, user: Person | None = None, **_signal: Any) -> None:
    """Who asked for the review: their page is public."""
    for writer in _others([instance.requested_by], than=user):
        _write(f"review:{instance.pk}:approved", APPROVED, instance.pk, to=writer)


def tell_sent_back(*, instance: WorkflowState, user: Person | None = None, **_signal: Any) -> None:
    """Who asked for the review: what the reviewer would change."""
    task_state = instance.current_task_state
    for writer in _others([instance.requested_by], than=user):
        _write(f"review:{instance.pk}:back:{task_state.pk}", SENT_BACK, task_state.pk, to=writer)


def tell_commented(*, page: Page, by: Person, now: datetime | None = None) -> None:
    """Who wrote the page, who follows it and who spoke of it: it has new comments."""
    now = now or timezone.now()
    spell, rest = divmod(int(now.timestamp()), int(GATHER.total_seconds()))
    for person in _others(_concerned(page), than=by):
        _write(
            f"comments:{page.pk}:{person.pk}:{spell}",
            COMMENTED,
            page.pk,
            to=person,
            due_at=now + GATHER - timedelta(seconds=rest),
        )


def _concerned(page: Page) -> Iterable[Person]:
    asked = WorkflowState.objects.active().for_instance(page).values_list("requested_by", flat=True)
    followed = page.subscribers.filter(comment_notifications=True).values_list("user", flat=True)
    spoke = page.wagtail_admin_comments.values_list("user", "replies__user")
    people = {page.owner_id, *asked, *followed, *(pk for pair in spoke for pk in pair)}
    return get_user_model().objects.filter(pk__in=people - {None}, is_active=True)


def _others(people: Iterable[Person | None], *, than: Person | None) -> list[Person]:
    return [person for person in people if person and person != than and person.email]


def _write(key: str, kind: str, subject_id: int, *, to: Person, **when: datetime) -> None:
    language = UserProfile.get_for_user(to).get_preferred_language()
    write_message(
        key=key, kind=kind, subject_id=subject_id, to=to.email, language=language[:2], **when
    )
