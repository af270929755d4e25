"""What volunteers, or the clock, did to a market day: kept, and shown on its board."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from market.models.days import MarketDay


class DayLogLine(models.Model):
    """A step of a market day. ``by`` is empty where the clock did it."""

    class Kind(models.TextChoices):
        ANNOUNCED = "announced", _("annoncé")
        CLOSED = "closed", _("commandes closes")
        REOPENED = "reopened", _("commandes rouvertes")
        PREPARING = "preparing", _("préparation commencée")
        FINISHED = "finished", _("terminé")
        CALLED_OFF = "called-off", _("annulé")
        COPIED = "copied", _("étals et offres repris")
        ANSWERED = "answered", _("réponse notée")
        MESSAGE = "message", _("message aux personnes")

    market_day = models.ForeignKey(MarketDay, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField(_("le"))
    kind = models.CharField(_("quoi"), max_length=10, choices=Kind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    words = models.CharField(_("en clair"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("ligne du journal")
        verbose_name_plural = _("journal du jour de marché")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.words}".strip()
