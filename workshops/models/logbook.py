from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from workshops.models.session import Session


class LogLine(models.Model):
    """What volunteers did to a session, and why: kept, and shown beside it."""

    class Kind(models.TextChoices):
        MOVED = "moved", _("déplacée")
        CAPACITY = "capacity", _("nombre de places changé")
        CANCELLED = "cancelled", _("annulée")
        RANK = "rank", _("ordre de la liste changé")
        TWIN = "twin", _("séance jumelle ouverte")
        CIRCULAR = "circular", _("message aux personnes inscrites")
        BOOKED_FOR = "booked-for", _("inscription faite pour quelqu’un")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="log")
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
    words = models.CharField(_("en clair"), max_length=400)
    # What a move replaced, so that each reader is told in their language; the words are the volunteer's.
    was_starts_at = models.DateTimeField(null=True, blank=True)
    was_ends_at = models.DateTimeField(null=True, blank=True)
    was_where = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("ligne du journal")
        verbose_name_plural = _("journal de la séance")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.words
