"""How a plot stands, and which of its parts is free."""

from collections.abc import Iterable
from itertools import count

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How a plot stands at an instant. Never stored: its tenancies and its open offers say it."""

    FREE = "free", _("libre")
    OFFERED = "offered", _("proposée")
    HELD = "held", _("cultivée")
    SHARED = "shared", _("partagée")
    COLLECTIVE = "collective", _("collective")


def standing(*, collective: bool, parts: int, tenants: int, offered: int = 0) -> Standing:
    """How a plot of so many parts stands when so many households hold one of them, or were offered one."""
    if collective:
        return Standing.COLLECTIVE
    if tenants == 0:
        return Standing.OFFERED if offered >= parts else Standing.FREE
    return Standing.SHARED if parts > 1 else Standing.HELD


def free_part(*, parts: int, held: Iterable[int]) -> int | None:
    """The first part of a plot that nobody holds, or None when all are held.

    A part's number is only its label: a plot that was split for a while may have its part 2 alone.
    """
    taken = set(held)
    if len(taken) >= parts:
        return None
    return first_label(taken)


def first_label(held: Iterable[int]) -> int:
    """The smallest number of a part that nobody has."""
    taken = set(held)
    return next(part for part in count(1) if part not in taken)
