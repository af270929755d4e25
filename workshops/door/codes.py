"""What a booking's code says at the door."""

from django.conf import settings
from django.urls import reverse

from workshops.models import Booking


def address_of(booking: Booking) -> str:
    """The address that the code holds; it ticks nothing unless the door opens it."""
    return settings.SITE_URL + reverse("workshops:door_scanned", args=[booking.token])
