"""Plots with what says how each stands."""

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from gardens.models import Plot, PlotOffer, Tenancy
from gardens.models.garden import PlotQuerySet


def plots_standing(*, at: datetime) -> PlotQuerySet:
    """Those of an instant with their ``tenants``, and ``offered``: the parts that wait for an answer.

    A part that is offered while somebody still holds it is held.
    """
    on = timezone.localdate(at)
    held = Tenancy.objects.current(on=on).filter(plot=OuterRef("plot"), part=OuterRef("part"))
    out = PlotOffer.objects.alive(at=at).filter(~Exists(held), plot=OuterRef("pk"))
    offered = out.order_by().values("plot").annotate(n=Count("pk")).values("n")
    return Plot.objects.with_tenants(on=on).annotate(offered=Coalesce(Subquery(offered), 0))
