"""Who may write and who may publish: two groups of volunteers, and the review between them."""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

WRITERS = "Rédaction"
REVIEWERS = "Relecture"
REVIEW = "Relecture avant publication"

WRITE_PAGES = ("add_page", "change_page")
REVIEW_PAGES = (*WRITE_PAGES, "publish_page", "lock_page", "unlock_page")
KEEP_FILES = (
    "add_image", "change_image", "choose_image",
    "add_document", "change_document", "choose_document",
)  # fmt: skip
ENTER = (("wagtailadmin", "access_admin"), ("simple_translation", "submit_translation"))


def prepare_roles(*, homes: Sequence[Page]) -> None:
    """Make both groups and their review, once: what was changed since is left alone."""
    if Group.objects.filter(name__in=[WRITERS, REVIEWERS]).exists():
        return
    _forget_stock_roles()
    _group(WRITERS, homes=homes, on_pages=WRITE_PAGES)
    reviewers = _group(REVIEWERS, homes=homes, on_pages=REVIEW_PAGES)
    _review(reviewers, homes=homes)


def _forget_stock_roles() -> None:
    """Wagtail brings Moderators, Editors and a review of theirs: one pair is enough."""
    Workflow.objects.filter(name="Moderators approval").delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user=None).delete()


def _group(name: str, *, homes: Iterable[Page], on_pages: Sequence[str]) -> Group:
    group = Group.objects.create(name=name)
    for app_label, codename in ENTER:
        group.permissions.add(*_permissions([codename], app_label=app_label))
    for home in homes:
        for permission in _permissions(on_pages, app_label="wagtailcore"):
            GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    root = Collection.get_first_root_node()
    for permission in _permissions(KEEP_FILES):
        GroupCollectionPermission.objects.create(
            group=group, collection=root, permission=permission
        )
    return group


def _permissions(codenames: Iterable[str], *, app_label: str = "") -> QuerySet[Permission]:
    found = Permission.objects.filter(codename__in=codenames)
    return found.filter(content_type__app_label=app_label) if app_label else found


def _review(reviewers: Group, *, homes: Iterable[Page]) -> None:
    """What a writer submits waits for one reviewer."""
    task = GroupApprovalTask.objects.create(name=REVIEW)
    task.groups.set([reviewers])
    workflow = Workflow.objects.create(name=REVIEW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in homes:
        WorkflowPage.objects.create(workflow=workflow, page=home)
