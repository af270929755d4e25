"""The board in a garden's shed: short notices, until a date."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gardens.models.garden import Garden
from gardens.models.tenancy import Tenancy
from gardens.snapshots import SnapshotField


class NoticeQuerySet(models.QuerySet["Notice"]):
    def up(self, *, on: date) -> "NoticeQuerySet":
        """Those that hang on a day."""
        return self.filter(removed_at=None, until__gte=on)


class Notice(models.Model):
    """A few words to a garden, from one of its households or, without one, from its committee."""

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="notices"
    )
    tenancy = models.ForeignKey(
        Tenancy,
        verbose_name=_("de qui"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(_("titre"), max_length=80)
    words = models.TextField(_("texte"), max_length=600)
    picture = SnapshotField(_("photo"), upload_to="jardins", blank=True)
    posted_at = models.DateTimeField(_("affichée le"))
    until = models.DateField(_("jusqu’au"))
    reported_at = models.DateTimeField(_("signalée le"), null=True, blank=True)
    reported_because = models.CharField(_("pourquoi signalée"), max_length=300, blank=True)
    removed_at = models.DateTimeField(_("retirée le"), null=True, blank=True)
    removed_because = models.CharField(_("pourquoi retirée"), max_length=300, blank=True)
    mailed_at = models.DateTimeField(_("envoyée le"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("annonce du jardin")
        verbose_name_plural = _("annonces du jardin")
        ordering = ["-posted_at", "-pk"]

    def __str__(self) -> str:
        return self.title
