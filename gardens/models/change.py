from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gardens.models.garden import Garden, Plot


class PlotChange(models.Model):
    """What was done to the plots of a garden: by whom, when and why; which plots came from which.

    Written by the verbs only. ``words`` are the reason given at the desk, and stay there.
    """

    class Kind(models.TextChoices):
        DRAWN = "drawn", _("plan redessiné")
        SPLIT = "split", _("parcelle divisée")
        MERGED = "merged", _("parcelles réunies")
        RETIRED = "retired", _("parcelle retirée")

    LINEAGE = (Kind.SPLIT, Kind.MERGED)  # those that make plots out of others

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="changes"
    )
    kind = models.CharField(_("sorte"), max_length=8, choices=Kind.choices)
    on = models.DateField(_("à partir du"))
    at = models.DateTimeField(_("noté le"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    words = models.CharField(_("pourquoi"), max_length=400, blank=True)
    sources = models.ManyToManyField(Plot, verbose_name=_("avant"), related_name="became")
    results = models.ManyToManyField(Plot, verbose_name=_("après"), related_name="came_from")

    class Meta:
        verbose_name = _("changement de parcelle")
        verbose_name_plural = _("changements de parcelles")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["garden", "-at"], name="plot_change_latest")]

    def __str__(self) -> str:
        return f"{self.garden} · {self.get_kind_display()}"
