"""What volunteers write to the people who ordered: each on their own, kept, and sent once."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from market.models.days import MarketDay
from market.models.orders import Order
from market.models.sellers import Producer
from market.models.slots import PickUpSlot


class DayMessage(models.Model):
    """A mail to the people of a market day: all of them, those of one producer, or those of one slot.

    ``form_key`` comes with the form that was read again before it left: sent twice, it is one message.
    """

    market_day = models.ForeignKey(MarketDay, on_delete=models.CASCADE, related_name="messages")
    producer = models.ForeignKey(
        Producer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    slot = models.ForeignKey(
        PickUpSlot, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    subject = models.CharField(_("objet"), max_length=120)
    words = models.TextField(_("message"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    form_key = models.UUIDField(unique=True, default=uuid4)

    class Meta:
        verbose_name = _("message du jour de marché")
        verbose_name_plural = _("messages du jour de marché")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.subject


class DayMessageCopy(models.Model):
    """The copy of one person, through an order of theirs: it has its own message row, hence leaves once."""

    message = models.ForeignKey(DayMessage, on_delete=models.CASCADE, related_name="copies")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="message_copies")

    class Meta:
        verbose_name = _("copie d’un message")
        verbose_name_plural = _("copies d’un message")
        constraints = [
            models.UniqueConstraint(fields=["message", "order"], name="day_message_copy_once")
        ]

    def __str__(self) -> str:
        return f"{self.message} → {self.order_id}"
