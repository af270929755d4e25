"""The mails of a review, composed when they leave, from what stands then."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Comment, Page, TaskState, WorkflowState

from commons.notices.letters import Letter
from commons.notices.models import Message

TO_REVIEW = "content.to-review"
APPROVED = "content.approved"
SENT_BACK = "content.sent-back"
COMMENTED = "content.commented"


def to_review(message: Message) -> Letter | None:
    """Nothing to say once somebody has read it, or the writer has taken it back."""
    state = TaskState.objects.filter(pk=message.subject_id).first()
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return None
    page = state.revision.as_object()
    return _letter(
        page,
        subject=_("À relire : %(page)s") % {"page": page.title},
        template="content/emails/to_review",
        writer=str(state.workflow_state.requested_by or ""),
    )


def approved(message: Message) -> Letter | None:
    state = WorkflowState.objects.filter(pk=message.subject_id).first()
    page = state and state.content_object
    if not isinstance(page, Page) or not page.live:
        return None
    return _letter(
        page,
        subject=_("En ligne : %(page)s") % {"page": page.title},
        template="content/emails/approved",
        public_url=page.full_url,
    )


def sent_back(message: Message) -> Letter | None:
    """Nothing to say once the writer has sent a new version."""
    state = TaskState.objects.filter(pk=message.subject_id).first()
    if state is None or state.workflow_state.current_task_state_id != state.pk:
        return None
    page = state.revision.as_object()
    return _letter(
        page,
        subject=_("À reprendre : %(page)s") % {"page": page.title},
        template="content/emails/sent_back",
        reviewer=str(state.finished_by or ""),
        comment=state.comment,
    )


def commented(message: Message) -> Letter | None:
    """The comments still open that others made; nothing to say when all are resolved."""
    page = Page.objects.filter(pk=message.subject_id).first()
    comments = (
        Comment.objects.filter(page=page, resolved_at=None)
        .exclude(user__email=message.to)
        .select_related("user")
        .prefetch_related("replies__user")
    )
    if page is None or not comments:
        return None
    return _letter(
        page,
        subject=_("Des commentaires sur : %(page)s") % {"page": page.title},
        template="content/emails/commented",
        comments=comments,
    )


def _letter(page: Page, *, subject: str, template: str, **context: Any) -> Letter:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return Letter(
        subject=subject,
        template=template,
        context={"page": page, "link": settings.SITE_URL + address, **context},
    )
