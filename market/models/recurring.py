"""« Panier habituel »: what somebody takes at each market, and the days it was prepared for."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from market.models.baskets import Basket, IfShort
from market.models.days import MarketDay
from market.models.goods import Product
from market.models.orders import new_token


class RecurringList(models.Model):
    """What a person's basket is filled with when the orders of a market open. It never orders, nor pays.

    Its ``token`` opens the page that pauses or ends it, from a mail and without signing in. Paused from
    ``paused_at`` on, it comes back for the markets from ``resumes_on``, or when its person says so.
    """

    class Rhythm(models.TextChoices):
        EACH = "each", _("À chaque jour de marché")
        SECOND = "second", _("Un jour de marché sur deux")

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personne"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    name = models.CharField(_("nom"), max_length=60, blank=True)
    rhythm = models.CharField(
        _("rythme"), max_length=6, choices=Rhythm.choices, default=Rhythm.EACH
    )
    language = models.CharField(_("langue"), max_length=5, default="fr")
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(_("créé le"))
    paused_at = models.DateTimeField(_("en pause depuis"), null=True, blank=True)
    resumes_on = models.DateField(_("reprend le"), null=True, blank=True)

    class Meta:
        verbose_name = _("panier habituel")
        verbose_name_plural = _("paniers habituels")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(resumes_on__isnull=True) | models.Q(paused_at__isnull=False),
                name="recurring_only_what_is_paused_resumes",
            )
        ]

    def __str__(self) -> str:
        return self.name or str(_("Mon panier habituel"))

    def rests_on(self, day: date) -> bool:
        """Whether a market of that date is left out by a pause."""
        if self.paused_at is None:
            return False
        return self.resumes_on is None or day < self.resumes_on

    @property
    def quiet_address(self) -> str:
        """With the site's own, for a mail: where it is paused or ended without signing in."""
        return f"{settings.SITE_URL}{reverse('market:recurring_quiet', args=[self.token])}"


class RecurringLine(models.Model):
    """A product of the list, in its unit. Its price is that of the day."""

    recurring = models.ForeignKey(RecurringList, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    quantity = models.DecimalField(
        max_digits=9, decimal_places=3, validators=[MinValueValidator(Decimal("0.001"))]
    )
    if_short = models.CharField(
        _("si ça manque"), max_length=8, choices=IfShort.choices, default=IfShort.REFUND
    )

    class Meta:
        verbose_name = _("ligne d’un panier habituel")
        verbose_name_plural = _("lignes d’un panier habituel")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recurring", "product"], name="recurring_line_once_per_product"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="recurring_line_above_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product}"


class PreparedBasket(models.Model):
    """That a list was prepared for a market day, once, and what came of it."""

    class Outcome(models.TextChoices):
        READY = "ready", _("prêt")
        NOTHING = "nothing", _("rien de la liste n’était en vente")
        ORDERED = "ordered", _("déjà commandé")

    recurring = models.ForeignKey(RecurringList, on_delete=models.CASCADE, related_name="prepared")
    market_day = models.ForeignKey(MarketDay, on_delete=models.CASCADE, related_name="+")
    basket = models.ForeignKey(
        Basket, null=True, blank=True, on_delete=models.SET_NULL, related_name="prepared"
    )
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("panier préparé")
        verbose_name_plural = _("paniers préparés")
        constraints = [
            models.UniqueConstraint(
                fields=["recurring", "market_day"], name="prepared_once_per_list_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recurring_id} · {self.market_day}"


class PreparedGap(models.Model):
    """A product of which the basket got less than the list wants, and why."""

    class Why(models.TextChoices):
        ABSENT = "absent", _("n’est pas à ce marché")
        OUT_OF_SEASON = "season", _("ce n’est plus, ou pas encore, la saison")
        WITHDRAWN = "withdrawn", _("retiré de la vente")
        SOLD_OUT = "sold-out", _("il n’en reste plus")
        SHORT = "short", _("c’est tout ce qui restait")

    prepared = models.ForeignKey(PreparedBasket, on_delete=models.CASCADE, related_name="gaps")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    wanted = models.DecimalField(max_digits=9, decimal_places=3)
    given = models.DecimalField(max_digits=9, decimal_places=3, default=Decimal(0))
    why = models.CharField(max_length=10, choices=Why.choices)

    class Meta:
        verbose_name = _("manque d’un panier préparé")
        verbose_name_plural = _("manques d’un panier préparé")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["prepared", "product"], name="prepared_gap_once_per_product"
            ),
            models.CheckConstraint(
                condition=models.Q(given__gte=0) & models.Q(given__lt=models.F("wanted")),
                name="prepared_gap_gives_less_than_wanted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} · {self.given} / {self.wanted}"
