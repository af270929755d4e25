"""Pick-up by the half hour, so that nobody queues: each slot takes so many orders."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey

from market.models.days import MarketDay


class PickUpSlot(models.Model):
    """A stretch of a market day in which so many orders are handed out (*créneau de retrait*).

    It lies inside its day's hours, which ``clean`` asks. Lock its row, count its orders, then give a
    place of it.
    """

    market_day = ParentalKey(MarketDay, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField(gettext_lazy("de"))
    ends_at = models.DateTimeField(gettext_lazy("à"))
    capacity = models.PositiveSmallIntegerField(
        gettext_lazy("commandes"), default=20, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = gettext_lazy("créneau de retrait")
        verbose_name_plural = gettext_lazy("créneaux de retrait")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["market_day", "starts_at"],
                name="slot_one_per_start",
                violation_error_message=gettext_lazy("Un créneau commence déjà à cette heure."),
            ),
            models.CheckConstraint(
                condition=models.Q(starts_at__lt=models.F("ends_at")),
                name="slot_hours_follow",
                violation_error_message=gettext_lazy("Le créneau finit après avoir commencé."),
            ),
            models.CheckConstraint(condition=models.Q(capacity__gt=0), name="slot_takes_somebody"),
        ]

    def __str__(self) -> str:
        start, end = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        return f"{start:%H:%M}–{end:%H:%M}"

    def clean(self) -> None:
        day = self.market_day
        hours: list[datetime | None] = [day.opens_at, day.closes_at, self.starts_at, self.ends_at]
        if None in hours:
            return
        if not (day.opens_at <= self.starts_at and self.ends_at <= day.closes_at):
            raise ValidationError(_("Ce créneau sort des heures du marché."))
