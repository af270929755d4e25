"""{% load door_code %}{% door_code booking %}: the code that a booking shows at the door."""

from typing import Any

from django import template

from workshops.door.codes import address_of
from workshops.models import Booking

register = template.Library()


@register.inclusion_tag("workshops/door/code.html")
def door_code(booking: Booking) -> dict[str, Any]:
    """Only a firm booking has one, and only where there is a door."""
    if not booking.is_confirmed or booking.session.place is None:
        return {}
    return {"address": address_of(booking), "number": booking.number}
