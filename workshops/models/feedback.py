from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from workshops.models.session import Session


class FeedbackTicket(models.Model):
    """The right to answer once. It knows a session and nobody: what is in the mail is not kept here.

    Only a hash of the secret in the mail is stored, under a random key and without a date, so that no row
    tells who holds it; it is deleted in the transaction that writes the answers down.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="feedback_tickets")
    secret_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("billet de réponse")
        verbose_name_plural = _("billets de réponse")

    def __str__(self) -> str:
        return str(self.id)


class Feedback(models.Model):
    """Three answers about a session, of nobody in particular: no person, no booking, no hour."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="feedback")
    learned = models.PositiveSmallIntegerField(
        _("ce que j’en retire"), validators=[MinValueValidator(1), MaxValueValidator(4)]
    )
    met_someone = models.BooleanField(_("a parlé avec quelqu’un de nouveau"))
    would_return = models.BooleanField(_("reviendrait"))

    class Meta:
        verbose_name = _("réponse après la séance")
        verbose_name_plural = _("réponses après la séance")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(learned__gte=1, learned__lte=4), name="feedback_from_1_to_4"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
