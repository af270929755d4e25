"""{% load door_code %}{% door_code booking %}: the code that a booking shows at the door."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse

from commons.codes import drawn
from workshops.models import Booking

register = template.Library()


@register.inclusion_tag("workshops/door/code.html")
def door_code(booking: Booking) -> dict[str, Any]:
    """Only a firm booking has one; the address in it ticks nothing unless the door opens it."""
    if not booking.is_confirmed:
        return {}
    address = settings.SITE_URL + reverse("workshops:door_scanned", args=[booking.token])
    side, path = drawn(address)
    return {"side": side, "path": path}
