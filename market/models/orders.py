"""After the basket: an order, with its own copy of everything it was promised."""

import secrets
from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commons.finding.plain import Digits, Plain
from commons.money import line_total, vat_included
from market.models.baskets import Basket, IfShort
from market.models.days import MarketDay, Offer
from market.models.goods import Product
from market.models.sellers import Producer
from market.models.slots import PickUpSlot


def new_token() -> str:
    """An address nobody can guess: it opens the order without an account."""
    return secrets.token_urlsafe(24)


class Order(models.Model):
    """What a shopper will pick up on a market day.

    An order that waits for its card payment holds its stock until ``expires_at``, be the window
    closed meanwhile or not. What is due is never stored: it is the lines less the payments.
    Nothing of a placed order is deleted: a line taken out stays, with a quantity of zero.
    """

    class State(models.TextChoices):
        AWAITING_PAYMENT = "awaiting", _("en attente de paiement")
        PLACED = "placed", _("confirmée")
        EXPIRED = "expired", _("expirée")
        CANCELLED = "cancelled", _("annulée")

    class PaymentMethod(models.TextChoices):
        CARD = "card", _("Par carte, maintenant")
        AT_HALL = "at-hall", _("À la halle, au retrait")

    number = models.CharField(_("numéro"), max_length=16, unique=True)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    basket = models.OneToOneField(
        Basket, null=True, blank=True, on_delete=models.SET_NULL, related_name="order"
    )
    market_day = models.ForeignKey(
        MarketDay,
        verbose_name=_("jour de marché"),
        on_delete=models.PROTECT,
        related_name="orders",
    )
    slot = models.ForeignKey(
        PickUpSlot,
        verbose_name=_("créneau de retrait"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="orders",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personne"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("nom"), max_length=120)
    email = models.EmailField(_("adresse e-mail"))
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    language = models.CharField(_("langue"), max_length=5, default="fr")
    payment_method = models.CharField(_("paiement"), max_length=10, choices=PaymentMethod.choices)
    state = models.CharField(_("état"), max_length=10, choices=State.choices)
    created_at = models.DateTimeField(_("reçue le"))
    expires_at = models.DateTimeField(_("à payer avant"), null=True, blank=True)
    placed_at = models.DateTimeField(_("confirmée le"), null=True, blank=True)
    # The solidarity fund's part, and the most of the total it may be; what the shopper adds to it.
    fund_cents = models.PositiveIntegerField(default=0, editable=False)
    fund_percent = models.PositiveSmallIntegerField(default=0, editable=False)
    gift_cents = models.PositiveIntegerField(default=0, editable=False)
    cancelled_at = models.DateTimeField(_("annulée le"), null=True, blank=True)
    called_off_because = models.CharField(_("raison de l’annulation"), max_length=200, blank=True)
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("annulée par"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Vide quand la personne qui a commandé l’a fait elle-même."),
    )

    # No page of the tree points here: indexing references would double the writes of each order.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("commande")
        verbose_name_plural = _("commandes")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="awaiting", expires_at__isnull=False)
                | (~models.Q(state="awaiting") & models.Q(expires_at__isnull=True)),
                name="order_awaiting_has_its_deadline",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="placed") | models.Q(placed_at__isnull=False),
                name="order_placed_has_its_date",
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=models.Q(state="awaiting"),
                name="order_awaiting_payment",
            ),
            models.Index(fields=["email"], name="order_by_email"),
            # What the desk looks by: any part of a name without its accents, of a telephone, of an address.
            GinIndex(OpClass(Plain("name"), "gin_trgm_ops"), name="order_by_plain_name"),
            GinIndex(OpClass(Digits("phone"), "gin_trgm_ops"), name="order_by_digits"),
            GinIndex(fields=["email"], opclasses=["gin_trgm_ops"], name="order_by_address"),
            # Both columns of the desk's order: any page of years is found without reading a row.
            models.Index(fields=["-created_at", "-id"], name="order_by_latest"),
            models.Index(
                Upper("email"), condition=models.Q(person=None), name="order_before_an_account"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("market:order", args=[self.token])

    @property
    def full_address(self) -> str:
        """With the site's own: for a mail, or the code that a phone shows at pick-up."""
        return f"{settings.SITE_URL}{self.get_absolute_url()}"

    @property
    def total_cents(self) -> int:
        return sum(line.total_cents for line in self.lines.all())

    @property
    def through_the_hall_cents(self) -> int:
        """What is not handed to a producer at their stall: of this only, the fund can pay a part."""
        at_stall = Producer.Settlement.AT_STALL
        return sum(line.total_cents for line in self.lines.all() if line.settlement != at_stall)

    @property
    def is_weighed(self) -> bool:
        """Every line that the hall weighs has its weight."""
        return not any(line.waits_for_the_scale for line in self.lines.all())


class OrderLine(models.Model):
    """A line of an order: its own copy of what was sold, by whom, and at which price.

    ``quantity`` is what was ordered, in ``unit``. Of goods sold ``by_weight`` it is an estimate:
    ``weighed`` is what the scale said, in kg, and the total follows it. Stock only knows ``quantity``.
    """

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="lines")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="order_lines")
    name = models.CharField(_("produit"), max_length=80)
    unit = models.CharField(_("unité"), max_length=6, choices=Product.Unit.choices)
    pack_size = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    pack_unit = models.CharField(max_length=6, choices=Product.PackUnit.choices, blank=True)
    price_cents = models.PositiveIntegerField(_("prix en centimes"))
    quantity = models.DecimalField(_("quantité"), max_digits=9, decimal_places=3)
    by_weight = models.BooleanField(_("pesé à la halle"), default=False)
    weighed = models.DecimalField(
        _("poids réel (kg)"), max_digits=9, decimal_places=3, null=True, blank=True
    )
    total_cents = models.PositiveIntegerField(_("total en centimes"))
    if_short = models.CharField(
        _("si ça manque"), max_length=8, choices=IfShort.choices, default=IfShort.REFUND
    )
    vat_rate = models.DecimalField(
        _("taux de TVA (%)"), max_digits=4, decimal_places=2, default=Decimal(0)
    )
    seller_name = models.CharField(_("vendu par"), max_length=120)
    seller_siret = models.CharField(_("SIRET"), max_length=20, blank=True)
    seller_mention = models.CharField(_("mention"), max_length=160, blank=True)
    perishable = models.BooleanField(
        _("se garde peu"),
        default=True,
        help_text=_("Ce qui se garde peu ne se rend pas [C. conso. L.221-28]."),
    )
    withdrawal = models.ForeignKey(
        "Withdrawal",
        verbose_name=_("rétractation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="lines",
    )
    settlement = models.CharField(max_length=10, choices=Producer.Settlement.choices)
    account_ref = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("ligne de commande")
        verbose_name_plural = _("lignes de commande")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "offer"], name="order_line_once_per_offer"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0), name="order_line_not_below_zero"
            ),
            models.CheckConstraint(
                condition=models.Q(weighed__isnull=True) | models.Q(by_weight=True, weighed__gte=0),
                name="order_line_weighed_when_sold_so",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.name}"

    @property
    def estimate_cents(self) -> int:
        """What it comes to as ordered, before the scale."""
        return line_total(unit_price_cents=self.price_cents, quantity=self.quantity)

    @property
    def waits_for_the_scale(self) -> bool:
        return self.by_weight and self.weighed is None and self.quantity > 0

    @property
    def vat_cents(self) -> int:
        """Part of VAT inside the total."""
        return vat_included(gross_cents=self.total_cents, rate=self.vat_rate)
