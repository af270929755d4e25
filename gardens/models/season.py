from datetime import date, datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commons.bilingual import in_the_readers_language
from gardens.models.charter import Charter
from gardens.models.garden import Garden
from gardens.models.tenancy import DAYS, Tenancy
from gardens.rules.fees import HIGHEST_FEE


class SeasonQuerySet(models.QuerySet["Season"]):
    def on(self, day: date) -> "SeasonQuerySet":
        """The season that a day falls in; one garden has one at most."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class Season(models.Model):
    """A garden's year: its dates, its charter, its fee. Households hold their plots from season to season."""

    class State(models.TextChoices):
        PREPARED = "prepared", _("en préparation")
        OPEN = "open", _("ouverte")
        CLOSED = "closed", _("close")

    class Fee(models.TextChoices):
        NONE = "none", _("sans cotisation")
        CHOICE = "choice", _("libre, à partir d’un plancher")
        TIERS = "tiers", _("par paliers, au choix")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.PROTECT, related_name="seasons"
    )
    starts_on = models.DateField(_("premier jour"))
    ends_on = models.DateField(_("dernier jour"))
    state = models.CharField(
        _("état"), max_length=10, choices=State.choices, default=State.PREPARED
    )
    charter = models.ForeignKey(
        Charter,
        verbose_name=_("charte"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seasons",
    )
    fee = models.CharField(_("cotisation"), max_length=8, choices=Fee.choices, default=Fee.NONE)
    floor_cents = models.PositiveIntegerField(_("plancher (centimes)"), default=0)
    suggested_cents = models.PositiveIntegerField(_("montant proposé (centimes)"), default=0)
    deposit_cents = models.PositiveIntegerField(
        _("caution (centimes)"), default=0, validators=[MaxValueValidator(HIGHEST_FEE)]
    )
    answer_by = models.DateField(
        _("réponse attendue avant le"),
        null=True,
        blank=True,
        help_text=_("Jusqu’à quand les foyers disent s’ils continuent."),
    )

    objects = SeasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("saison")
        verbose_name_plural = _("saisons")
        ordering = ["garden", "-starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["garden", "starts_on"], name="season_once_per_garden"),
            ExclusionConstraint(
                name="season_one_at_a_time",
                expressions=[("garden", RangeOperators.EQUAL), (DAYS, RangeOperators.OVERLAPS)],
                violation_error_message=_("Une autre saison de ce jardin court à ces dates."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="season_ends_after_it_starts",
                violation_error_message=_("Le dernier jour ne peut pas précéder le premier."),
            ),
            models.CheckConstraint(
                condition=Q(suggested_cents__gte=F("floor_cents"))
                & Q(suggested_cents__lte=HIGHEST_FEE),
                name="season_suggests_its_floor_or_more",
                violation_error_message=_("Le montant proposé ne peut pas être sous le plancher."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.garden} {self.years}"

    @property
    def years(self) -> str:
        """ "2026–2027", or "2026" for one that ends in the year it began."""
        years = {self.starts_on.year, self.ends_on.year}
        return "–".join(str(year) for year in sorted(years))


class FeeTier(models.Model):
    """One of the amounts a household may choose; nobody asks it why."""

    season = models.ForeignKey(
        Season, verbose_name=_("saison"), on_delete=models.CASCADE, related_name="tiers"
    )
    words_fr = models.CharField(_("en clair"), max_length=80)
    words_en = models.CharField(_("en clair (anglais)"), max_length=80, blank=True)
    amount_cents = models.PositiveIntegerField(
        _("montant (centimes)"), validators=[MaxValueValidator(HIGHEST_FEE)]
    )

    class Meta:
        verbose_name = _("palier")
        verbose_name_plural = _("paliers")
        ordering = ["season", "amount_cents"]
        constraints = [
            models.UniqueConstraint(fields=["season", "amount_cents"], name="tier_once_per_amount")
        ]

    def __str__(self) -> str:
        return self.said

    @property
    def said(self) -> str:
        return in_the_readers_language(self.words_fr, self.words_en)


class Enrolment(models.Model):
    """A household in a season: whether it stays, what it gives, and whether that came in."""

    class State(models.TextChoices):
        ASKED = "asked", _("n’a pas répondu")
        STAYS = "stays", _("continue")
        LEAVES = "leaves", _("s’arrête")

    class Fee(models.TextChoices):
        NONE = "none", _("rien à verser")
        DUE = "due", _("à verser")
        PAID = "paid", _("versée")
        WAIVED = "waived", _("dispensée")

    season = models.ForeignKey(
        Season, verbose_name=_("saison"), on_delete=models.PROTECT, related_name="enrolments"
    )
    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("attribution"), on_delete=models.CASCADE, related_name="enrolments"
    )
    state = models.CharField(_("réponse"), max_length=8, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField(_("demandé le"))
    answered_at = models.DateTimeField(_("répondu le"), null=True, blank=True)
    fee_cents = models.PositiveIntegerField(_("cotisation (centimes)"), default=0)
    deposit_cents = models.PositiveIntegerField(_("caution (centimes)"), default=0)
    fee_state = models.CharField(
        _("versement"), max_length=8, choices=Fee.choices, default=Fee.NONE
    )
    paid_at = models.DateTimeField(_("versée le"), null=True, blank=True)
    paid_by_hand = models.BooleanField(_("remise en main propre"), default=False)
    deposit_back_at = models.DateTimeField(_("caution rendue le"), null=True, blank=True)

    class Meta:
        verbose_name = _("adhésion à la saison")
        verbose_name_plural = _("adhésions à la saison")
        ordering = ["season", "tenancy"]
        constraints = [
            models.UniqueConstraint(fields=["season", "tenancy"], name="enrolment_once_a_season"),
            models.CheckConstraint(
                condition=Q(state="asked", answered_at=None)
                | (~Q(state="asked") & Q(answered_at__isnull=False)),
                name="enrolment_answered_has_its_date",
            ),
            models.CheckConstraint(
                condition=Q(fee_state="paid", paid_at__isnull=False)
                | (~Q(fee_state="paid") & Q(paid_at=None)),
                name="enrolment_paid_has_its_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenancy} · {self.season}"

    def get_absolute_url(self) -> str:
        """Where its fee is paid, then read again."""
        return reverse("gardens:fee", args=[self.tenancy.token, self.pk])

    def get_renewal_url(self) -> str:
        """Where the household says whether it stays."""
        return reverse("gardens:season", args=[self.tenancy.token, self.season_id])

    @property
    def keeps_deposit(self) -> bool:
        """Whether the garden still holds the household's deposit."""
        came_in = self.fee_state == self.Fee.PAID
        return came_in and self.deposit_cents > 0 and self.deposit_back_at is None

    @property
    def is_settled(self) -> bool:
        """Whether its fee came in or was waived: what it gives is not to be chosen any more."""
        return self.fee_state in (self.Fee.PAID, self.Fee.WAIVED)

    @property
    def is_arrival(self) -> bool:
        """Whether its household joined while the season ran: nothing was asked of it before."""
        return self.tenancy.starts_on >= self.season.starts_on

    @property
    def due_cents(self) -> int:
        """What a household still has to bring, fee and deposit together."""
        if self.fee_state != self.Fee.DUE:
            return 0
        return self.fee_cents + self.deposit_cents

    def note_paid(self, *, at: datetime, by_hand: bool) -> None:
        """The money came in; the caller saves."""
        self.fee_state = self.Fee.PAID
        self.paid_at = at
        self.paid_by_hand = by_hand
