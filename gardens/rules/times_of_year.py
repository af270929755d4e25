"""Which season a day belongs to, as gardeners count: by whole months."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class TimeOfYear(models.TextChoices):
    WINTER = "winter", _("hiver")
    SPRING = "spring", _("printemps")
    SUMMER = "summer", _("été")
    AUTUMN = "autumn", _("automne")


def time_of_year(day: date) -> TimeOfYear:
    """December opens the winter, March the spring, June the summer, September the autumn."""
    return list(TimeOfYear)[day.month % 12 // 3]
