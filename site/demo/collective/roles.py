"""Groups for the volunteers of each trade, so that whoever tries the demo meets the desk as they would.

Editors and reviewers have theirs from ``prepare_site``; a collective makes its own others.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

COORDINATION = "Coordination"
TREASURY = "Trésorerie"
DESK = "Accueil"
FACILITATION = "Animation"

SEE, KEEP = ("view",), ("view", "add", "change")

# For each group: what its people may do, with which rows.
MAY: dict[str, dict[str, tuple[str, ...]]] = {
    COORDINATION: {
        "content.contactreason": KEEP,
        "content.enquiry": ("view", "change"),
        "content.partner": KEEP,
        "places.place": KEEP,
        "places.house": ("change",),
        "market.producer": KEEP,
        "market.product": KEEP,
        "market.marketday": KEEP,
        "market.offer": KEEP,
        "market.order": SEE,
        "workshops.workshop": KEEP,
        "workshops.session": KEEP,
        "workshops.booking": SEE,
        "gardens.garden": KEEP,
        "gardens.plot": KEEP,
        "gardens.feature": KEEP,
        "gardens.tenancy": KEEP,
        "gardens.plotrequest": SEE,
    },
    TREASURY: {"market.order": SEE, "market.producer": SEE, "market.collective": ("change",)},
    DESK: {
        "content.enquiry": ("view", "change"),
        "market.order": SEE,
        "workshops.booking": SEE,
        "gardens.plotrequest": SEE,
    },
    FACILITATION: {"workshops.session": ("view", "change"), "workshops.booking": SEE},
}


def lay() -> None:
    """Make each group once, with what it may do; a group that exists is left as it is."""
    for name, rows in MAY.items():
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            group.permissions.set(Permission.objects.filter(_wanted(rows)))


def _wanted(rows: dict[str, tuple[str, ...]]) -> Q:
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    for row, verbs in rows.items():
        app_label, model = row.split(".")
        wanted |= Q(
            content_type__app_label=app_label, codename__in=[f"{verb}_{model}" for verb in verbs]
        )
    return wanted
