"""What waits for somebody in the pages, and, gathered, all that waits for them at the desk."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from commons.cms.links.models import Link
from commons.cms.spoken import say_day
from commons.cms.waiting import Card, Line
from commons.notices.models import Message
from content.models import Enquiry
from content.pages.legal import KEEPS_LEGAL_TEXTS, LegalPage
from gardens import waiting as gardens
from market import waiting as market
from workshops import waiting as workshops

SHOWN = 5
HOME_DEPTH = 2
# A correction made on the same day is not a reason to translate again.
SOON_AFTER = timedelta(days=1)


def gather(person: Any, *, now: datetime) -> list[Card]:
    """Everything that this person may do something about, what others wait for first."""
    cards = [*_to_answer(person), *_pages(person)]
    for trade in (market, workshops, gardens):
        cards += trade.waiting_for(person, now=now)
    return [card for card in (*cards, *_lost_messages(person)) if card.lines or card.url]


def _to_answer(person: Any) -> Iterable[Card]:
    """Messages to the house, the oldest first: their senders have waited longest."""
    if not person.has_perm("content.change_enquiry"):
        return
    enquiries = Enquiry.objects.to_answer().select_related("reason").order_by("created_at", "pk")
    lines = [
        Line(
            text=enquiry.name,
            url=reverse("wagtailsnippets_content_enquiry:edit", args=[enquiry.pk]),
            note=_("%(reason)s, %(day)s")
            % {"reason": enquiry.reason, "day": say_day(enquiry.created_at)},
        )
        for enquiry in enquiries[:SHOWN]
    ]
    yield Card(
        title=_("Messages à répondre"),
        icon="mail",
        lines=lines,
        url=reverse("wagtailsnippets_content_enquiry:list") + "?state=to-answer" if lines else "",
        more=_("Tous ceux qui attendent"),
    )


def _pages(person: Any) -> Iterable[Card]:
    if not page_permission_policy.user_has_permission(person, "change"):
        return
    yield _to_review(person)
    yield _own_drafts(person)
    yield _broken_links(person)
    yield _to_translate(person)


def _to_review(person: Any) -> Card:
    waiting = (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__groupapprovaltask__groups__in=person.groups.all(),
        )
        .exclude(workflow_state__requested_by=person)
        .select_related("revision", "workflow_state__requested_by")
        .order_by("started_at")
        .distinct()
    )
    return Card(
        title=_("À relire"),
        icon="glasses",
        lines=[
            Line(
                text=state.revision.object_str,
                url=_edit(state.revision.object_id),
                note=_("de %(writer)s") % {"writer": state.workflow_state.requested_by or "…"},
            )
            for state in waiting[:SHOWN]
        ],
    )


def _own_drafts(person: Any) -> Card:
    """Pages they began or are writing, whose last words are not public yet."""
    sent_back = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), TextField()), status=WorkflowState.STATUS_NEEDS_CHANGES
    )
    in_review = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), TextField()), status=WorkflowState.STATUS_IN_PROGRESS
    )
    spoken = Q(wagtail_admin_comments__resolved_at=None) & ~Q(wagtail_admin_comments__user=person)
    drafts = (
        Page.objects.filter(Q(owner=person) | Q(latest_revision__user=person))
        .filter(has_unpublished_changes=True)
        .annotate(
            comments=Count("wagtail_admin_comments", filter=spoken, distinct=True),
            sent_back=Exists(sent_back),
            in_review=Exists(in_review),
        )
        .order_by("-sent_back", "-comments", "-latest_revision_created_at")
    )
    return Card(
        title=_("Vos brouillons"),
        icon="edit",
        lines=[
            Line(text=page.draft_title, url=_edit(page.pk), note=_draft_note(page))
            for page in drafts[:SHOWN]
        ],
    )


def _draft_note(page: Any) -> str:
    notes = []
    if page.sent_back:
        notes.append(_("des changements sont demandés"))
    elif page.in_review:
        notes.append(_("en relecture"))
    if page.comments:
        notes.append(
            ngettext("%(count)d commentaire", "%(count)d commentaires", page.comments)
            % {"count": page.comments}
        )
    return ", ".join(notes)


def _broken_links(person: Any) -> Card:
    """The pages they may mend on which the last look found broken links."""
    theirs = _pages_to_change(person)
    broken = Link.objects.exclude(problem=Link.Problem.NONE).filter(page__in=theirs.values("pk"))
    pages = (
        broken.values("page_id", "page__title").annotate(count=Count("pk")).order_by("page__title")
    )
    lines = [
        Line(
            text=page["page__title"],
            url=_edit(page["page_id"]),
            note=ngettext("%(count)d lien à revoir", "%(count)d liens à revoir", page["count"])
            % {"count": page["count"]},
        )
        for page in pages[:SHOWN]
    ]
    return Card(
        title=_("Liens cassés sur vos pages"),
        icon="link",
        lines=lines,
        url=reverse("broken_links") if lines else "",
        more=_("Tous les liens cassés"),
    )


def _to_translate(person: Any) -> Card:
    """Public pages whose translation is missing, not public, or older than they are.

    Each language is a tree of its own, written by people (Wagtail's simple translation): a machine for
    segments, as wagtail-localize is, would be one more thing for volunteers to learn, for two languages.
    """
    twins = Page.objects.filter(translation_key=OuterRef("translation_key"), live=True).exclude(
        locale=OuterRef("locale")
    )
    later = twins.filter(last_published_at__gte=OuterRef("last_published_at") - SOON_AFTER)
    pages = (
        _pages_to_change(person)
        .filter(live=True, depth__gt=HOME_DEPTH, last_published_at__isnull=False)
        .annotate(translated=Exists(twins), up_to_date=Exists(later))
        .filter(up_to_date=False)
        .order_by("translated", F("last_published_at").desc())
    )
    return Card(
        title=_("À traduire"),
        icon="globe",
        lines=[
            Line(
                text=page.title,
                url=_edit(page.pk),
                note=_("a changé depuis sa traduction")
                if page.translated
                else _("sans traduction"),
            )
            for page in pages[:SHOWN]
        ],
    )


def _lost_messages(person: Any) -> Iterable[Card]:
    """Mails that no server would take: somebody has to be called instead."""
    if not person.has_perm("people.change_person"):
        return
    lost = Message.objects.filter(state=Message.State.FAILED).order_by("-due_at")[:SHOWN]
    yield Card(
        title=_("Messages qui ne sont pas partis"),
        icon="mail",
        lines=[Line(text=message.to, note=message.last_error[:80]) for message in lost],
    )


def _pages_to_change(person: Any) -> Any:
    """The pages that a person may change; the legal ones only if they keep them."""
    pages = page_permission_policy.instances_user_has_permission_for(person, "change")
    return pages if person.has_perm(KEEPS_LEGAL_TEXTS) else pages.not_type(LegalPage)


def _edit(page_id: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])
