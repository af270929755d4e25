"""What became of the lines of a placed order, change by change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from market.models.orders import OrderLine


class OrderChange(models.Model):
    """A line of an order that became another quantity or another weight: when, by whom, and why.

    ``by`` is empty for the shopper themselves, who hold the link.
    """

    class Kind(models.TextChoices):
        QUANTITY = "quantity", _("quantité")
        WEIGHT = "weight", _("poids")

    line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField(_("le"))
    kind = models.CharField(_("quoi"), max_length=8, choices=Kind.choices)
    before = models.DecimalField(_("avant"), max_digits=9, decimal_places=3, null=True, blank=True)
    after = models.DecimalField(_("après"), max_digits=9, decimal_places=3)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.CharField(_("raison"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("changement d’une commande")
        verbose_name_plural = _("changements de commandes")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.line.name} {self.before} → {self.after}"
