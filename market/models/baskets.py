"""Before the order: a visitor's basket, kept for as long as their session."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.money import line_total
from market.models.days import MarketDay, Offer


class Basket(models.Model):
    """What a visitor gathers for one market day; nothing in it is reserved before it is ordered.

    ``visitor`` lives in their session. A visitor who has ordered can start another basket for the
    same day.
    """

    visitor = models.UUIDField()
    market_day = models.ForeignKey(MarketDay, on_delete=models.CASCADE, related_name="baskets")
    ordered_at = models.DateTimeField(null=True, blank=True)
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
            models.Index(fields=["visitor"], name="basket_by_visitor"),
        ]

    def __str__(self) -> str:
        return f"{self.visitor} · {self.market_day}"


class BasketLine(models.Model):
    """An offer in a basket, with the price that the visitor saw when they took it."""

    basket = models.ForeignKey(Basket, on_delete=models.CASCADE, related_name="lines")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="basket_lines")
    quantity = models.DecimalField(
        max_digits=9, decimal_places=3, validators=[MinValueValidator(Decimal("0.001"))]
    )
    seen_price_cents = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("ligne de panier")
        verbose_name_plural = _("lignes de panier")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["basket", "offer"], name="basket_line_once_per_offer"),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="basket_line_above_zero"
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
        return self.quantity > self.offer.left

    @property
    def price_changed(self) -> bool:
        return self.seen_price_cents != self.offer.price_cents
