"""Before the order: a visitor's basket, kept for as long as their session, or with their account."""

from datetime import datetime
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.money import line_total
from market import rules
from market.models.days import MarketDay, Offer
from market.models.sellers import Producer


class Basket(models.Model):
    """What a visitor gathers for one market day.

    ``visitor`` lives in their session, or stands for their account. Nothing is reserved before the
    checkout, which holds its lines until ``held_until``. A visitor who has ordered can start
    another basket for the same day.
    """

    visitor = models.UUIDField()
    market_day = models.ForeignKey(MarketDay, on_delete=models.CASCADE, related_name="baskets")
    ordered_at = models.DateTimeField(null=True, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("panier")
        verbose_name_plural = _("paniers")
        constraints = [
            models.UniqueConstraint(
                fields=["visitor", "market_day"],
                condition=models.Q(ordered_at__isnull=True),
                name="basket_one_open_per_visitor_and_day",
            )
        ]
        indexes = [
            models.Index(fields=["updated_at"], name="basket_last_touched"),
            models.Index(
                fields=["held_until"],
                condition=models.Q(held_until__isnull=False),
                name="basket_held",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visitor} · {self.market_day}"

    def is_held(self, *, at: datetime) -> bool:
        return self.held_until is not None and at < self.held_until


class IfShort(models.TextChoices):
    """What to do when a stall cannot bring what was ordered."""

    REPLACE = "replace", _("remplacez par ce qui ressemble")
    REFUND = "refund", _("remboursez-moi")
    CALL = "call", _("appelez-moi")


class BasketLine(models.Model):
    """An offer in a basket, with the price that the visitor saw when they took it.

    ``held`` is the part of it that the checkout has reserved.
    """

    basket = models.ForeignKey(Basket, on_delete=models.CASCADE, related_name="lines")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="basket_lines")
    quantity = models.DecimalField(
        max_digits=9, decimal_places=3, validators=[MinValueValidator(Decimal("0.001"))]
    )
    held = models.DecimalField(max_digits=9, decimal_places=3, default=Decimal(0))
    seen_price_cents = models.PositiveIntegerField()
    if_short = models.CharField(
        _("si ça manque"), max_length=8, choices=IfShort.choices, default=IfShort.REFUND
    )

    class Meta:
        verbose_name = _("ligne de panier")
        verbose_name_plural = _("lignes de panier")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["basket", "offer"], name="basket_line_once_per_offer"),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="basket_line_above_zero"
            ),
            models.CheckConstraint(
                condition=models.Q(held__gte=0) & models.Q(held__lte=models.F("quantity")),
                name="basket_line_holds_no_more_than_wanted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.offer}"

    @property
    def total_cents(self) -> int:
        """At the offer's price of now, which is the one an order takes."""
        return line_total(unit_price_cents=self.offer.price_cents, quantity=self.quantity)

    @property
    def is_short(self) -> bool:
        return self.quantity > self.can_have

    @property
    def can_have(self) -> Decimal:
        """What is left for this visitor: what nobody has reserved, and what they hold themselves."""
        if not self.offer.on_sale:
            return self.held
        free = self.offer.quantity - self.offer.reserved + self.held
        return rules.whole_steps(free, step=self.offer.product.step)

    @property
    def price_changed(self) -> bool:
        return self.seen_price_cents != self.offer.price_cents


class BasketNote(models.Model):
    """A word to a producer, that goes with the order: « bien mûres, s’il vous plaît »."""

    basket = models.ForeignKey(Basket, on_delete=models.CASCADE, related_name="notes")
    producer = models.ForeignKey(Producer, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(_("un mot au stand"), max_length=200)

    class Meta:
        verbose_name = _("mot d’un panier")
        verbose_name_plural = _("mots d’un panier")
        constraints = [
            models.UniqueConstraint(
                fields=["basket", "producer"], name="basket_note_once_per_producer"
            )
        ]

    def __str__(self) -> str:
        return self.words
