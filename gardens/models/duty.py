"""Who takes which turn, what they exchange, and what they can do."""

from functools import partial
from secrets import token_urlsafe

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateTimeRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commons.people.models import Household
from gardens.models.rota import LIVE, Turn
from gardens.models.tenancy import Tenancy

HOURS = Func(
    "starts_at",
    "ends_at",
    RangeBoundary(),
    function="TSTZRANGE",
    output_field=DateTimeRangeField(),
)


class DutyQuerySet(models.QuerySet["Duty"]):
    def live(self) -> "DutyQuerySet":
        """Those whose place is somebody's, before the turn and after it."""
        return self.filter(state__in=LIVE)

    def with_turn(self) -> "DutyQuerySet":
        """With all that a page or a letter says of each."""
        return self.select_related(
            "turn__chore__garden", "turn__call_off", "tenancy__plot", "household"
        )


class Duty(models.Model):
    """One place of a turn, held by a household. Given back, its row stays and another one is written.

    ``household``, ``starts_at`` and ``ends_at`` repeat its tenancy's and its turn's, so that the database
    itself refuses two duties at once. The token in its mails is the key to its page.
    """

    class State(models.TextChoices):
        HELD = "held", _("prévu")
        DONE = "done", _("fait")
        MISSED = "missed", _("pas fait")
        RELEASED = "released", _("rendu")
        DECLINED = "declined", _("décliné")

    class How(models.TextChoices):
        CHOSEN = "chosen", _("choisi")
        PROPOSED = "proposed", _("proposé")
        SWAPPED = "swapped", _("échangé")
        REPLACED = "replaced", _("en remplacement")

    turn = models.ForeignKey(
        Turn, verbose_name=_("tour"), on_delete=models.CASCADE, related_name="duties"
    )
    place = models.PositiveSmallIntegerField(_("place"))
    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("attribution"), on_delete=models.PROTECT, related_name="duties"
    )
    household = models.ForeignKey(
        Household, verbose_name=_("foyer"), on_delete=models.PROTECT, related_name="duties"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    state = models.CharField(_("état"), max_length=8, choices=State.choices, default=State.HELD)
    how = models.CharField(_("comment"), max_length=8, choices=How.choices, default=How.CHOSEN)
    why = models.JSONField(
        default=dict, blank=True, help_text="What a proposal leaned on: rules.proposal.Why."
    )
    taken_at = models.DateTimeField(_("pris le"))
    coming_at = models.DateTimeField(_("a dit venir le"), null=True, blank=True)
    replacement_asked_at = models.DateTimeField(
        _("cherche à être remplacé depuis"), null=True, blank=True
    )
    minutes = models.PositiveSmallIntegerField(_("minutes faites"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("tour pris")
        verbose_name_plural = _("tours pris")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["turn", "place"], condition=Q(state__in=LIVE), name="duty_one_per_place"
            ),
            ExclusionConstraint(
                name="duty_never_two_at_once",
                expressions=[
                    ("household", RangeOperators.EQUAL),
                    (HOURS, RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=LIVE),
            ),
            models.CheckConstraint(
                condition=Q(state="done", minutes__isnull=False)
                | (~Q(state="done") & Q(minutes=None)),
                name="duty_done_has_its_minutes",
            ),
            models.CheckConstraint(condition=Q(place__gte=1), name="duty_places_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.turn} · {self.household}"

    def get_absolute_url(self) -> str:
        return reverse("gardens:duty", args=[self.token])

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD


class Swap(models.Model):
    """One duty offered against another, or against whatever anybody has (``wanted`` empty).

    Answering an open one writes a second swap, towards its duty: both have agreed once that one is accepted.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposé")
        DONE = "done", _("conclu")
        DECLINED = "declined", _("refusé")
        GONE = "gone", _("sans objet")

    offered = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="swaps_offered")
    wanted = models.ForeignKey(
        Duty, null=True, blank=True, on_delete=models.CASCADE, related_name="swaps_wanted"
    )
    token = models.CharField(max_length=43, unique=True, default=partial(token_urlsafe, 24))
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("échange de tours")
        verbose_name_plural = _("échanges de tours")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["offered", "wanted"],
                condition=Q(state="proposed"),
                nulls_distinct=False,
                name="swap_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(wanted=None) | ~Q(wanted=F("offered")), name="swap_is_with_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offered} ↔ {self.wanted or '…'}"

    def get_absolute_url(self) -> str:
        return reverse("gardens:swap", args=[self.token])


class Wishes(models.Model):
    """What a household wrote on its plot's page: when it cannot come, how often, and whether to write to it."""

    tenancy = models.OneToOneField(Tenancy, on_delete=models.CASCADE, related_name="wishes")
    days_off = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    most_a_month = models.PositiveSmallIntegerField(null=True, blank=True)
    weekly_digest = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("souhaits d’un foyer")
        verbose_name_plural = _("souhaits des foyers")

    def __str__(self) -> str:
        return str(self.tenancy)
