"""Who may write, publish and file what: the volunteers' roles over the page tree, and the review.

The groups and their rights over rows come from migrations (``content.granting``). Rights over pages and files
are laid here, by ``prepare_site``, because a new site has no page before it. What was laid is the collective's:
a later deployment adds what is missing for a new section or a new role, and changes nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence

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
WORKSHOP_LEADS = "Ateliers"
FACILITATORS = "Animation"
MARKET_COORDINATORS = "Marché"
GARDEN_COORDINATORS = "Jardins"
PRODUCERS = "Production"
TREASURERS = "Trésorerie"
FRONT_DESK = "Accueil"
ADMINISTRATORS = "Administration"

REVIEW = "Relecture avant publication"

DRAFT = ("add_page", "change_page")
PUBLISH = (*DRAFT, "publish_page", "lock_page", "unlock_page")
RULE = (*PUBLISH, "bulk_delete_page")
KEEP_FILES = (
    "add_image", "change_image", "choose_image",
    "add_document", "change_document", "choose_document",
)  # fmt: skip
RULE_FILES = (
    *KEEP_FILES, "delete_image", "delete_document",
    "add_collection", "change_collection", "delete_collection",
)  # fmt: skip

# Under the home pages: what each role may do everywhere, and in the section of each trade. A section is a page
# right under a home; the app of its class says whose it is, so a list page that comes later finds its people.
EVERYWHERE = {REVIEWERS: PUBLISH, ADMINISTRATORS: RULE}
IN_ITS_SECTION = {
    WORKSHOP_LEADS: ("workshops", PUBLISH),
    MARKET_COORDINATORS: ("market", PUBLISH),
    GARDEN_COORDINATORS: ("gardens", PUBLISH),
}
TRADES = {app_label for app_label, _verbs in IN_ITS_SECTION.values()}

FILES = {
    **dict.fromkeys((WRITERS, REVIEWERS, *IN_ITS_SECTION), KEEP_FILES),
    ADMINISTRATORS: RULE_FILES,
}

# A page, and what one role may do there and below.
Right = tuple[str, Page, Sequence[str]]


def prepare_roles(*, homes: Sequence[Page]) -> None:
    """Lay each role's rights over pages and files, and the review; safe to run again."""
    _forget_stock_roles()
    groups = {group.name: group for group in Group.objects.filter(name__in=FILES)}
    _lay_pages(groups, homes=homes)
    _lay_files(groups)
    if REVIEWERS in groups:
        _review(groups[REVIEWERS], homes=homes)


def _forget_stock_roles() -> None:
    """Wagtail brings Moderators, Editors and a review of theirs: ours are enough."""
    Workflow.objects.filter(name="Moderators approval").delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user=None).delete()


def _lay_pages(groups: dict[str, Group], *, homes: Iterable[Page]) -> None:
    """On pages where nobody has a right yet, and for groups that have none anywhere."""
    laid = set(GroupPagePermission.objects.values_list("page_id", flat=True))
    served = set(GroupPagePermission.objects.values_list("group__name", flat=True))
    permissions = {p.codename: p for p in _permissions(RULE, app_label="wagtailcore")}
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=groups[name], page=page, permission=permissions[verb])
        for home in homes
        for name, page, verbs in _rights(home)
        if name in groups and (page.pk not in laid or name not in served)
        for verb in verbs
    )


def _rights(home: Page) -> Iterator[Right]:
    for name, verbs in EVERYWHERE.items():
        yield name, home, verbs
    for section in Page.objects.child_of(home).select_related("content_type"):
        trade = section.content_type.app_label
        if trade not in TRADES:
            yield WRITERS, section, DRAFT
        for name, (app_label, verbs) in IN_ITS_SECTION.items():
            if trade == app_label:
                yield name, section, verbs


def _lay_files(groups: dict[str, Group]) -> None:
    root = Collection.get_first_root_node()
    # Wagtail lets every group choose a file; that is not yet having been served.
    given = GroupCollectionPermission.objects.exclude(permission__codename__startswith="choose_")
    served = set(given.values_list("group__name", flat=True))
    for name, verbs in FILES.items():
        if name in groups and name not in served:
            GroupCollectionPermission.objects.bulk_create(
                [
                    GroupCollectionPermission(group=groups[name], collection=root, permission=verb)
                    for verb in _permissions(verbs)
                ],
                ignore_conflicts=True,
            )


def _permissions(codenames: Iterable[str], *, app_label: str = "") -> QuerySet[Permission]:
    found = Permission.objects.filter(codename__in=codenames)
    return found.filter(content_type__app_label=app_label) if app_label else found


def _review(reviewers: Group, *, homes: Iterable[Page]) -> None:
    """What a writer submits waits for one reviewer."""
    if GroupApprovalTask.objects.filter(groups=reviewers).exists():
        return
    task = GroupApprovalTask.objects.create(name=REVIEW)
    task.groups.set([reviewers])
    workflow = Workflow.objects.create(name=REVIEW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in homes:
        WorkflowPage.objects.create(workflow=workflow, page=home)
