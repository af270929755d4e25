"""The solidarity fund: what some give so that others eat. It never says who took from it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from commons.bilingual import in_the_readers_language
from market.models.orders import Order, new_token
from market.rules import Price


@register_setting(icon="pick")
class Solidarity(BaseGenericSetting):
    """Whether the hall has a fund, and which prices it lets people choose from."""

    is_open = models.BooleanField(_("la halle a une caisse de solidarité"), default=False)
    basket_cents = models.PositiveIntegerField(
        _("valeur d’un panier suspendu (en centimes)"),
        default=2000,
        validators=[MinValueValidator(100)],
    )
    solidarity_percent = models.PositiveSmallIntegerField(
        _("prix de solidarité : la caisse paie (%)"),
        default=0,
        validators=[MaxValueValidator(90)],
    )
    support_percent = models.PositiveSmallIntegerField(
        _("prix de soutien : on ajoute (%)"), default=0, validators=[MaxValueValidator(100)]
    )
    where_fr = models.TextField(_("où demander un mot"), blank=True)
    where_en = models.TextField(_("où demander un mot, en anglais"), blank=True)

    panels = [
        FieldPanel("is_open", help_text=_("Fermée, rien n’en paraît sur le site.")),
        FieldPanel("basket_cents", help_text=_("2000 pour 20 €. Proposée à qui veut offrir.")),
        FieldRowPanel(
            [
                FieldPanel("solidarity_percent", help_text=_("0 : ce prix n’est pas proposé.")),
                FieldPanel("support_percent", help_text=_("0 : ce prix n’est pas proposé.")),
            ],
            heading=_("Trois prix, au libre choix"),
        ),
        FieldPanel(
            "where_fr",
            help_text=_("Chez quels partenaires, à quelles heures ; sans rien demander à prouver."),
        ),
        FieldPanel("where_en", help_text=_("Vide : le texte français.")),
    ]

    class Meta:
        verbose_name = _("caisse de solidarité")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def where(self) -> str:
        return in_the_readers_language(self.where_fr, self.where_en)

    @property
    def prices(self) -> list[Price]:
        """Those people choose from; none where the hall has one price only."""
        if not self.is_open:
            return []
        offered = {Price.SOLIDARITY: self.solidarity_percent, Price.SUPPORT: self.support_percent}
        extra = [price for price, percent in offered.items() if percent]
        return [price for price in Price if price == Price.FAIR or price in extra] if extra else []


class Fund(models.Model):
    """What is in the fund: one row, that the database keeps from going below zero.

    It moves by a conditional UPDATE, and each move leaves a FundEntry: the two agree to the cent.
    """

    balance_cents = models.PositiveBigIntegerField(_("en caisse (en centimes)"), default=0)

    class Meta:
        verbose_name = _("caisse")
        verbose_name_plural = _("caisse")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="fund_is_one"),
            models.CheckConstraint(
                condition=models.Q(balance_cents__gte=0), name="fund_never_below_zero"
            ),
        ]

    def __str__(self) -> str:
        return str(self.balance_cents)


class FundWord(models.Model):
    """A word that a partner, or the desk, gives to whoever asks: it pays a suspended basket.

    The same word serves many people, so that it tells nothing of any of them. What it has served
    is counted from the ledger.
    """

    word = models.CharField(_("mot"), max_length=40, unique=True)
    given_by = models.CharField(_("remis par"), max_length=120)
    basket_cents = models.PositiveIntegerField(
        _("panier, au plus (en centimes)"), validators=[MinValueValidator(100)]
    )
    baskets = models.PositiveIntegerField(_("paniers"), validators=[MinValueValidator(1)])
    used = models.PositiveIntegerField(_("déjà pris"), default=0, editable=False)
    until = models.DateField(_("valable jusqu’au"))

    class Meta:
        verbose_name = _("mot de la caisse")
        verbose_name_plural = _("mots de la caisse")
        ordering = ["-until", "given_by"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(used__lte=models.F("baskets")),
                name="fund_word_never_beyond_its_baskets",
                violation_error_message=_("Plus de paniers que cela sont déjà pris."),
            )
        ]

    def __str__(self) -> str:
        return self.word

    @property
    def left(self) -> int:
        return self.baskets - self.used


class Gift(models.Model):
    """A gift to the fund by card, without an order. Unpaid, it is forgotten."""

    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    form_key = models.UUIDField(unique=True, editable=False)
    amount_cents = models.PositiveIntegerField(validators=[MinValueValidator(100)])
    email = models.EmailField(_("adresse e-mail"), blank=True)
    language = models.CharField(max_length=5, default="fr")
    created_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("don à la caisse")
        verbose_name_plural = _("dons à la caisse")
        constraints = [
            models.CheckConstraint(condition=models.Q(amount_cents__gt=0), name="gift_above_zero")
        ]
        indexes = [
            models.Index(
                fields=["created_at"], condition=models.Q(given_at=None), name="gift_not_given"
            )
        ]

    def __str__(self) -> str:
        return str(self.amount_cents)

    def get_absolute_url(self) -> str:
        return reverse("market:gift", args=[self.token])


class FundEntry(models.Model):
    """A line of the fund's ledger: what came in, what went out, never rewritten.

    Only the verbs of ``market.money.fund`` read ``order``: no screen, list or file shows whose it is.
    """

    class Kind(models.TextChoices):
        GIFT = "gift", _("don")
        CASH = "cash", _("don déposé à la halle")
        GIFT_BACK = "gift-back", _("don rendu")
        HELP = "help", _("part d’une commande")
        HELP_BACK = "help-back", _("part rendue")
        CORRECTION = "correction", _("correction")

    at = models.DateTimeField(_("le"))
    kind = models.CharField(_("quoi"), max_length=10, choices=Kind.choices)
    cents = models.IntegerField(_("en centimes"))
    order = models.ForeignKey(
        Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gift = models.OneToOneField(
        Gift, null=True, blank=True, on_delete=models.PROTECT, related_name="entry"
    )
    word = models.ForeignKey(
        FundWord, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
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
        verbose_name = _("mouvement de la caisse")
        verbose_name_plural = _("mouvements de la caisse")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(kind__in=["gift", "cash", "help-back"], cents__gt=0)
                    | models.Q(kind__in=["help", "gift-back"], cents__lt=0)
                    | (models.Q(kind="correction") & ~models.Q(cents=0))
                ),
                name="fund_entry_goes_its_way",
            ),
        ]
        indexes = [models.Index(fields=["order"], name="fund_entry_of_order")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.cents}"
