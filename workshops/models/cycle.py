from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.bilingual import BilingualName
from workshops.models.workshop import Workshop


class Cycle(BilingualName):
    """Sessions that belong together: booked one by one, or as a whole, all or nothing."""

    class Booked(models.TextChoices):
        BY_SESSION = "by-session", _("séance par séance")
        WHOLE = "whole", _("en entier seulement")
        EITHER = "either", _("en entier ou séance par séance")

    workshop = models.ForeignKey(
        Workshop,
        verbose_name=_("atelier"),
        on_delete=models.PROTECT,
        related_name="cycles",
        help_text=_("Toutes les séances du cycle sont de cet atelier."),
    )
    booked = models.CharField(
        _("se réserve"),
        max_length=10,
        choices=Booked.choices,
        default=Booked.BY_SESSION,
        help_text=_("En entier : une place à chaque séance, ou aucune."),
    )

    class Meta:
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        ordering = ["-pk"]
