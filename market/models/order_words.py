"""What a shopper says of an order: a word to a stall with it, a message to the hall after it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from market.models.orders import Order
from market.models.sellers import Producer


class OrderNote(models.Model):
    """A word of the shopper to a producer of their order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="notes")
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("un mot au stand"), max_length=200)

    class Meta:
        verbose_name = _("mot au stand")
        verbose_name_plural = _("mots au stand")
        constraints = [
            models.UniqueConstraint(
                fields=["order", "producer"], name="order_note_once_per_producer"
            )
        ]

    def __str__(self) -> str:
        return self.words


class OrderWord(models.Model):
    """What a shopper writes to the hall about their order, once they can no longer change it."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="words")
    at = models.DateTimeField(_("le"))
    words = models.TextField(_("message"), max_length=2000)

    class Meta:
        verbose_name = _("message d’une commande")
        verbose_name_plural = _("messages des commandes")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.words[:80]
