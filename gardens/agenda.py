"""Turns of the rota, as calendars want them: a person's own, or those of a household's plot."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from commons.agenda import AgendaEntry
from commons.people.models import Person
from gardens.models import Duty, Tenancy


def mine(
    person: Person, *, addresses: Sequence[str], start: datetime, end: datetime
) -> list[AgendaEntry]:
    """The turns of a person's household, or of a plot held under an address of theirs, between two moments."""
    theirs = Q(tenancy__email__in=addresses)
    if person.household_id:
        theirs |= Q(household=person.household_id)
    return [
        _entry(duty) for duty in _held().filter(theirs, starts_at__gte=start, starts_at__lt=end)
    ]


def of_tenancy(tenancy: Tenancy, *, start: datetime) -> list[AgendaEntry]:
    """The turns that a household holds in the garden of its plot, from a moment on."""
    held = _held().filter(
        household=tenancy.household_id,
        turn__chore__garden=tenancy.plot.garden_id,
        starts_at__gte=start,
    )
    return [_entry(duty) for duty in held]


def _held() -> QuerySet[Duty]:
    duties = Duty.objects.live().select_related("turn__chore__garden__place")
    return duties.order_by("starts_at", "pk")


def _entry(duty: Duty) -> AgendaEntry:
    """One turn; its UID is its row's, so that one called off is taken away from calendars too."""
    turn, garden = duty.turn, duty.turn.chore.garden
    return AgendaEntry(
        uid=f"duty-{duty.pk}",
        trade="gardens",
        title=_("%(chore)s, %(garden)s") % {"chore": turn.chore.name, "garden": garden.name},
        starts_at=turn.starts_at,
        ends_at=turn.ends_at,
        url=duty.get_absolute_url(),
        place=garden.place.one_line,
        place_name=garden.place.name,
        note=turn.chore.words,
        sequence=turn.sequence,
        cancelled=turn.is_called_off,
    )
