"""A shopper's right to change their mind about what keeps."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from market.models.orders import Order


class Withdrawal(models.Model):
    """What a shopper declared, as they declared it, and when; then when the hall had the goods back.

    What was declared is not rewritten: the acknowledgement tells it, whatever became of the lines.
    """

    order = models.ForeignKey(
        Order, verbose_name=_("commande"), on_delete=models.PROTECT, related_name="withdrawals"
    )
    asked_at = models.DateTimeField(_("confirmée le"))
    words = models.TextField(_("ce qui est rendu"))
    cents = models.PositiveIntegerField(_("à rembourser, en centimes"))
    returned_at = models.DateTimeField(_("produits revenus le"), null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reçus par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rétractation")
        verbose_name_plural = _("rétractations")
        ordering = ["asked_at", "pk"]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=models.Q(returned_at=None),
                name="withdrawal_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.order.number} · {self.asked_at:%d/%m/%Y}"
