"""What gardens leave to do, for who may do it."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commons.cms.waiting import Card, Line
from gardens import waiting_care, waiting_households
from gardens.models import Garden, Plot, PlotOffer, PlotRequest, Tenancy


def waiting_for(person: Any, *, now: datetime) -> list[Card]:
    """Who waits for a plot, and which are free, garden by garden; then households; then the care of gardens."""
    return [
        *_requests(person, now=now),
        *waiting_households.cards(person, now=now),
        *waiting_care.cards(person, now=now),
    ]


def _requests(person: Any, *, now: datetime) -> list[Card]:
    if not person.has_perm("gardens.view_plotrequest"):
        return []
    allots = person.has_perm("gardens.view_plot")
    return [
        Card(
            title=_("Demandes de parcelle"),
            icon="group",
            kind="gardens",
            lines=[_line(garden, allots=allots) for garden in _counted(now=now)],
            url=reverse("wagtailsnippets_gardens_plotrequest:list"),
            more=_("Toute la liste d’attente"),
        )
    ]


def _counted(*, now: datetime) -> QuerySet[Garden]:
    """Each garden with how many wait, and how many of its plots nobody holds nor is offered; one query."""
    held = Tenancy.objects.current(on=localdate(now)).filter(plot=OuterRef("plots"))
    offered = PlotOffer.objects.alive(at=now).filter(plot=OuterRef("plots"))
    free = Q(
        ~Q(plots__kind=Plot.Kind.COLLECTIVE),
        ~Exists(held),
        ~Exists(offered),
        plots__isnull=False,
        plots__retired_on=None,
    )
    waiting = Q(requests__state=PlotRequest.State.WAITING)
    return Garden.objects.annotate(
        waiting=Count("requests", filter=waiting, distinct=True),
        free=Count("plots", filter=free, distinct=True),
    )


def _line(garden: Any, *, allots: bool) -> Line:
    note = ngettext("%(count)d foyer attend", "%(count)d foyers attendent", garden.waiting) % {
        "count": garden.waiting
    }
    if allots:
        plots = ngettext("%(count)d parcelle libre", "%(count)d parcelles libres", garden.free)
        note = f"{note} · {plots % {'count': garden.free}}"
    return Line(
        text=garden.name,
        url=reverse("wagtailsnippets_gardens_plotrequest:list") + f"?garden={garden.pk}",
        note=note,
    )
