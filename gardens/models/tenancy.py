from datetime import date
from functools import partial
from secrets import token_urlsafe

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commons.people.models import Household
from gardens.models.garden import Plot

# The days of a tenancy, first and last included; without a last day it goes on.
DAYS = Func(
    "starts_on",
    "ends_on",
    RangeBoundary(inclusive_lower=True, inclusive_upper=True),
    function="DATERANGE",
    output_field=DateRangeField(),
)


class TenancyQuerySet(models.QuerySet["Tenancy"]):
    def current(self, *, on: date) -> "TenancyQuerySet":
        """Those that run on a day."""
        return self.between(first=on, last=on)

    def between(self, *, first: date, last: date) -> "TenancyQuerySet":
        """Those that run on at least one day of a span, both ends included."""
        return self.exclude(state=Tenancy.State.CANCELLED).filter(
            Q(ends_on=None) | Q(ends_on__gte=first), starts_on__lte=last
        )


class Tenancy(models.Model):
    """A household holds a part of a plot, from a day to a day.

    The token in its mails is the key to its page: no account is needed. ``name`` is whom we write to.
    """

    class State(models.TextChoices):
        TRIAL = "trial", _("saison d’essai")
        CONFIRMED = "confirmed", _("confirmée")
        CANCELLED = "cancelled", _("annulée")

    plot = models.ForeignKey(
        Plot, verbose_name=_("parcelle"), on_delete=models.PROTECT, related_name="tenancies"
    )
    part = models.PositiveSmallIntegerField(
        _("part"),
        default=1,
        help_text=_("1 si la parcelle est individuelle ; 1, 2… si elle est partagée."),
    )
    household = models.ForeignKey(
        Household, verbose_name=_("foyer"), on_delete=models.PROTECT, related_name="tenancies"
    )
    starts_on = models.DateField(_("premier jour"))
    ends_on = models.DateField(_("dernier jour"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=State.choices, default=State.TRIAL)
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    name = models.CharField(_("à qui écrire"), max_length=120, blank=True)
    email = models.EmailField(_("adresse e-mail"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    language = models.CharField(max_length=5, default="fr")
    ended_because = models.TextField(
        _("raison de la fin"),
        max_length=1000,
        blank=True,
        help_text="In the committee's words, when the committee decided it; the household reads them.",
    )

    objects = TenancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        ordering = ["-starts_on", "plot"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="tenancy_ends_after_it_starts",
                violation_error_message=_("Le dernier jour ne peut pas précéder le premier."),
            ),
            models.CheckConstraint(condition=Q(part__gte=1), name="tenancy_parts_count_from_one"),
            ExclusionConstraint(
                name="tenancy_one_household_per_part",
                expressions=[
                    ("plot", RangeOperators.EQUAL),
                    ("part", RangeOperators.EQUAL),
                    (DAYS, RangeOperators.OVERLAPS),
                ],
                condition=~Q(state="cancelled"),
                violation_error_message=_("Cette part est déjà attribuée à ces dates."),
            ),
            ExclusionConstraint(
                name="tenancy_one_part_per_household",
                expressions=[
                    ("plot", RangeOperators.EQUAL),
                    ("household", RangeOperators.EQUAL),
                    (DAYS, RangeOperators.OVERLAPS),
                ],
                condition=~Q(state="cancelled"),
                violation_error_message=_("Ce foyer cultive déjà cette parcelle à ces dates."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plot} · {self.household}"

    def get_absolute_url(self) -> str:
        return reverse("gardens:my_plot", args=[self.token])

    def clean(self) -> None:
        """What a constraint cannot see: how many parts the plot has, and until when it stood.

        A part kept since its split may be higher.
        """
        if self.plot_id and self.state != self.State.CANCELLED:
            self.plot.refuse_beyond_its_days(self.ends_on)
        if self.plot_id and self.part and self.part > self.plot.parts and not self._keeps_part():
            raise ValidationError(
                {
                    "part": _("La parcelle %(number)d a %(parts)d part(s) à attribuer.")
                    % {"number": self.plot.number, "parts": self.plot.parts}
                }
            )

    def _keeps_part(self) -> bool:
        return type(self).objects.filter(pk=self.pk, plot=self.plot_id, part=self.part).exists()
