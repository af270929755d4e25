"""Messages to send: rows first, delivery later."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Message(models.Model):
    """One mail that must leave, once.

    The row is written in the transaction that gives its reason, under a ``key`` that says what it is
    (``booking:81:confirmed``): writing it twice is impossible, sending it is a task's work, and a sweeper
    finds what a dead queue forgot. Its words are composed when it leaves, by the trade that ``kind`` names.
    """

    class State(models.TextChoices):
        DUE = "due", _("à envoyer")
        SENT = "sent", _("envoyé")
        DROPPED = "dropped", _("sans objet")
        FAILED = "failed", _("échec")

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField(help_text="The trade's row that the message speaks of.")
    to = models.EmailField()
    language = models.CharField(max_length=5, default="fr")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DUE)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["due_at", "id"], condition=models.Q(state="due"), name="message_undelivered"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="message_sent_has_its_date",
            )
        ]

    def __str__(self) -> str:
        return self.key
