"""A garden's line and its plots are scarce: whoever changes them takes turns on the garden's row."""

from collections.abc import Iterable

from gardens.models import Duty, Enrolment, Garden


def lock_garden(garden_id: int) -> Garden:
    """The garden, locked until commit: whoever enters or leaves its list takes turns here."""
    return Garden.objects.select_for_update().get(pk=garden_id)


def lock_gardens(garden_ids: Iterable[int]) -> dict[int, Garden]:
    """Several gardens, locked in id order, by id."""
    rows = Garden.objects.select_for_update().filter(pk__in=set(garden_ids)).order_by("pk")
    return {garden.pk: garden for garden in rows}


def lock_enrolment(enrolment_id: int) -> Enrolment | None:
    """A household's season, locked until commit: after its payment and its garden; None when it is gone."""
    rows = Enrolment.objects.select_for_update(of=("self",)).filter(pk=enrolment_id)
    return rows.select_related(
        "season__garden", "season__charter", "tenancy__plot__garden", "tenancy__household"
    ).first()


def lock_garden_of_duty(token: str) -> Garden:
    """The garden that a duty is held in, locked: its turns are taken, swapped and called off one after another.

    Raises Duty.DoesNotExist.
    """
    found = Duty.objects.values_list("turn__chore__garden", flat=True).get(token=token)
    return lock_garden(found)
