"""When and where it is sold: a market day, its stalls, and its offers with their stock."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from commons.places.models import Place
from market import rules
from market.models.goods import Product
from market.models.hall import Pitch
from market.models.sellers import Producer


class MarketDayQuerySet(models.QuerySet["MarketDay"]):
    def shown(self) -> "MarketDayQuerySet":
        """Days that the public may know of."""
        return self.exclude(state=MarketDay.State.DRAFT)

    def not_over(self, *, at: datetime) -> "MarketDayQuerySet":
        """Announced days to come, or going on, first first; those that take no order any more too."""
        return self.filter(state__in=MarketDay.COMING, closes_at__gt=at).order_by("opens_at")

    def to_order(self, *, at: datetime) -> "MarketDayQuerySet":
        """Of those, the days whose orders are not closed, by the clock or by hand."""
        return self.not_over(at=at).filter(state=MarketDay.State.OPEN, orders_close_at__gt=at)


class MarketDay(ClusterableModel):
    """A date of market, in the hall's zone, with its opening hours and its order window.

    ``actions.days`` moves it from state to state. Whether an order is taken is asked of the clock too,
    for the task that closes a day may be late: ``takes_orders``.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("brouillon")
        OPEN = "open", _("annoncé")
        CLOSED = "closed", _("commandes closes")
        PREPARING = "preparing", _("paniers en préparation")
        DONE = "done", _("terminé")
        CANCELLED = "cancelled", _("annulé")

    # What the public reads as a market to come, and as a market at all.
    COMING = (State.OPEN, State.CLOSED, State.PREPARING)
    ANNOUNCED = (*COMING, State.DONE)

    date = models.DateField(_("date"), unique=True)
    place = models.ForeignKey(
        Place, verbose_name=_("lieu"), on_delete=models.PROTECT, related_name="+"
    )
    opens_at = models.DateTimeField(_("ouverture"))
    closes_at = models.DateTimeField(_("fermeture"))
    orders_open_at = models.DateTimeField(_("commandes à partir de"))
    orders_close_at = models.DateTimeField(_("commandes jusqu’à"))
    state = models.CharField(
        _("état"),
        max_length=10,
        choices=State.choices,
        default=State.DRAFT,
        editable=False,  # moved by verbs alone, each from where it may
    )
    called_off_because = models.CharField(
        _("pourquoi il est annulé"), max_length=300, blank=True, editable=False
    )

    objects = MarketDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("jour de marché")
        verbose_name_plural = _("jours de marché")
        ordering = ["-date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(orders_open_at__lt=models.F("orders_close_at"))
                & models.Q(orders_close_at__lte=models.F("opens_at"))
                & models.Q(opens_at__lt=models.F("closes_at")),
                name="market_day_hours_follow",
                violation_error_message=_(
                    "Les commandes ouvrent, puis ferment, puis la halle ouvre, puis ferme."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("market:day", args=[self.date])

    def clean(self) -> None:
        if None in (self.date, self.opens_at, self.closes_at):
            return
        if not rules.stands_on(self.date, opens_at=self.opens_at, closes_at=self.closes_at):
            raise ValidationError(
                {"opens_at": _("Le marché ouvre et ferme à sa date, à l’heure de la halle.")}
            )

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    def is_early(self, *, at: datetime) -> bool:
        """Whether orders are still to begin."""
        return self.state == self.State.OPEN and at < self.orders_open_at

    def takes_orders(self, *, at: datetime) -> bool:
        return self.state == self.State.OPEN and rules.window_is_open(
            opens_at=self.orders_open_at, closes_at=self.orders_close_at, at=at
        )


class Stall(models.Model):
    """A producer on a pitch of the hall, on one market day (*étal*)."""

    market_day = ParentalKey(MarketDay, on_delete=models.CASCADE, related_name="stalls")
    producer = models.ForeignKey(
        Producer,
        verbose_name=_("producteur·rice"),
        on_delete=models.PROTECT,
        related_name="stalls",
    )
    pitch = models.ForeignKey(
        Pitch,
        verbose_name=_("emplacement"),
        on_delete=models.PROTECT,
        related_name="stalls",
        help_text=_("Un de ceux du lieu choisi pour ce jour."),
    )
    confirmed_at = models.DateTimeField(
        _("a répondu le"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Quand ses offres du jour ont été dites ou relues."),
    )

    class Meta:
        verbose_name = _("étal")
        verbose_name_plural = _("étals")
        ordering = ["pitch__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["market_day", "producer"], name="stall_one_per_producer"
            ),
            models.UniqueConstraint(fields=["market_day", "pitch"], name="stall_one_per_pitch"),
        ]

    def __str__(self) -> str:
        return f"{self.producer} · {self.pitch.number}"


class Offer(models.Model):
    """A product, its price and its stock on one market day.

    ``reserved`` belongs to orders: only ``market.guards.stock`` writes it, by one conditional UPDATE per
    offer in id order. Never save a whole offer that was read earlier: it would write an old
    ``reserved`` back.
    """

    market_day = models.ForeignKey(
        MarketDay,
        verbose_name=_("jour de marché"),
        on_delete=models.PROTECT,
        related_name="offers",
    )
    product = models.ForeignKey(
        Product, verbose_name=_("produit"), on_delete=models.PROTECT, related_name="offers"
    )
    price_cents = models.PositiveIntegerField(
        _("prix en centimes"), validators=[MinValueValidator(1)]
    )
    quantity = models.DecimalField(
        _("quantité"), max_digits=9, decimal_places=3, validators=[MinValueValidator(Decimal(0))]
    )
    reserved = models.DecimalField(
        _("réservé"), max_digits=9, decimal_places=3, default=Decimal(0), editable=False
    )
    on_sale = models.BooleanField(_("en vente"), default=True)

    class Meta:
        verbose_name = _("offre")
        verbose_name_plural = _("offres")
        ordering = ["market_day", "product"]
        constraints = [
            models.UniqueConstraint(
                fields=["market_day", "product"],
                name="offer_one_per_day",
                violation_error_message=_("Ce produit est déjà proposé ce jour-là."),
            ),
            models.CheckConstraint(
                condition=models.Q(reserved__gte=0) & models.Q(reserved__lte=models.F("quantity")),
                name="offer_never_oversold",
                violation_error_message=_("Des commandes ont déjà réservé davantage."),
            ),
            models.CheckConstraint(
                condition=models.Q(price_cents__gt=0), name="offer_price_above_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} · {self.market_day}"

    def get_absolute_url(self) -> str:
        """Its place on its producer's stall: a day of many offers has several pages."""
        day = self.market_day.get_absolute_url()
        return f"{day}?chez={self.product.producer.slug}#offre-{self.pk}"

    @property
    def left(self) -> Decimal:
        """How much can still be ordered, in the product's unit, by whole steps."""
        if not self.on_sale:
            return Decimal(0)
        return rules.whole_steps(self.quantity - self.reserved, step=self.product.step)

    @property
    def price_per_measure(self) -> "rules.MeasurePrice | None":
        """Price per kg or per litre, shown beside the price [INCO; C. conso. L.112-1]."""
        return rules.price_per_measure(
            price_cents=self.price_cents,
            unit=self.product.unit,
            pack_size=self.product.pack_size,
            pack_unit=self.product.pack_unit,
        )

    def is_organic(self) -> bool:
        day: date = self.market_day.date
        return self.product.is_organic_on(day)
