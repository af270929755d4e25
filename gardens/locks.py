"""A garden's line and its plots are scarce: whoever changes them takes turns on the garden's row."""

from gardens.models import Duty, Garden


def lock_garden(garden_id: int) -> Garden:
    """The garden, locked until commit: whoever enters or leaves its list takes turns here."""
    return Garden.objects.select_for_update().get(pk=garden_id)


def lock_garden_of_duty(token: str) -> Garden:
    """The garden that a duty is held in, locked: its turns are taken, swapped and called off one after another.

    Raises Duty.DoesNotExist.
    """
    found = Duty.objects.values_list("turn__chore__garden", flat=True).get(token=token)
    return lock_garden(found)
