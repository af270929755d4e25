from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from gardens.models.garden import Garden


class LogLine(models.Model):
    """What the committee decided in a garden, and why: kept, and shown to the committee."""

    class Kind(models.TextChoices):
        OFFERED = "offered", _("parcelle proposée")
        REVOKED = "revoked", _("proposition reprise")
        ANSWERED = "answered", _("proposition répondue")
        EXPIRED = "expired", _("proposition sans réponse")
        CRITERIA = "criteria", _("critères changés")
        LAPSED = "lapsed", _("demande éteinte")
        SEASON = "season", _("saison")
        TENANCY = "tenancy", _("attribution")
        CARE = "care", _("parcelle délaissée")
        SHARING = "sharing", _("partage")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="log"
    )
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
    words = models.TextField(_("en clair"), max_length=1000)

    class Meta:
        verbose_name = _("ligne du journal")
        verbose_name_plural = _("journal du jardin")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["garden", "-at"], name="garden_log_newest")]

    def __str__(self) -> str:
        return self.words
