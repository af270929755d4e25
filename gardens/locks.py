"""A garden's line and its plots are scarce: whoever changes them takes turns on the garden's row."""

from gardens.models import Garden


def lock_garden(garden_id: int) -> Garden:
    """The garden, locked until commit: whoever enters or leaves its list takes turns here."""
    return Garden.objects.select_for_update().get(pk=garden_id)
