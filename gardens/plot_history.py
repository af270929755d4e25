"""The log of a garden's plots: who changed what, when and why. In the caller's transaction."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from commons.people.models import Person
from gardens.models import Garden, Plot, PlotChange


def note(
    garden: Garden,
    kind: PlotChange.Kind,
    *,
    by: Person | None,
    now: datetime,
    on: date | None = None,
    words: str = "",
    sources: Iterable[Plot] = (),
    results: Iterable[Plot] = (),
) -> PlotChange:
    """Write a change down; ``on`` is the first day of what came of it, today unless said otherwise."""
    change = PlotChange.objects.create(
        garden=garden,
        kind=kind,
        on=on or timezone.localdate(now),
        at=now,
        by=by,
        words=words,
    )
    change.sources.set(sources)
    change.results.set(results)
    return change
