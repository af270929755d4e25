from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from workshops.models.booking import Booking
from workshops.models.session import Session


class Circular(models.Model):
    """A mail that volunteers write to everybody in a session, each on their own: nobody sees the others."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="circulars")
    subject = models.CharField(
        _("objet"), max_length=120, help_text=_("Ce qui change, en quelques mots.")
    )
    words = models.TextField(
        _("message"),
        help_text=_("Envoyé à chaque personne séparément : personne ne voit les autres."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("message aux personnes inscrites")
        verbose_name_plural = _("messages aux personnes inscrites")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.subject


class CircularCopy(models.Model):
    """The copy of one booking: it has its own message row, hence leaves once."""

    circular = models.ForeignKey(Circular, on_delete=models.CASCADE, related_name="copies")
    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circular", "booking"], name="circular_copy_once")
        ]

    def __str__(self) -> str:
        return f"{self.circular} → {self.booking_id}"
