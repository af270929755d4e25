"""A dated thing, as every trade gives it to the agenda and to the calendar feeds."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who a dated thing was thought for; everybody may come all the same."""

    ALL = "all", _("tout public")
    FAMILIES = "families", _("les familles")
    BEGINNERS = "beginners", _("les personnes qui débutent")


@dataclass(frozen=True, kw_only=True)
class AgendaEntry:
    """One line of the agenda. ``uid`` is stable: a moved entry keeps it, so that calendars update it.

    ``sequence`` grows with each change of date or place, by which calendars know the newer [RFC 5545 3.8.7.4].
    ``zone`` is where it happens; empty, the hall's.
    """

    uid: str
    trade: str
    title: str
    starts_at: datetime
    ends_at: datetime
    url: str
    place: str = ""
    place_name: str = ""
    note: str = ""
    zone: str = ""
    sequence: int = 0
    cancelled: bool = False
    tentative: bool = False  # hoped for: waited for, or not paid yet
    audience: Audience = Audience.ALL
