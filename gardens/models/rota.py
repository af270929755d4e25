"""The care of a garden: what is to be done, and the turns it makes."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from commons.bilingual import BilingualName, in_the_readers_language
from gardens.models.garden import Garden
from gardens.rules.rota import HARDEST, LONGEST_MINUTES, MONDAY, MOST_PLACES, SUNDAY


class Chore(ClusterableModel, BilingualName):
    """What a garden asks for regularly, and the pattern of its turns."""

    class Kind(models.TextChoices):
        WATER = "water", _("arrosage")
        COMPOST = "compost", _("compost")
        OPENING = "opening", _("ouverture")
        TIDY = "tidy", _("rangement")
        OTHER = "other", _("autre chose")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="chores"
    )
    kind = models.CharField(_("sorte"), max_length=8, choices=Kind.choices, default=Kind.WATER)
    words_fr = models.TextField(_("comment faire"), max_length=1200, blank=True)
    words_en = models.TextField(_("comment faire (anglais)"), max_length=1200, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("durée (minutes)"),
        default=60,
        validators=[MinValueValidator(5), MaxValueValidator(LONGEST_MINUTES)],
    )
    places = models.PositiveSmallIntegerField(
        _("foyers par tour"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PLACES)],
    )
    hardness = models.PositiveSmallIntegerField(
        _("pénibilité"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(HARDEST)],
    )
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("jours de la semaine"), default=list
    )
    opens = models.TimeField(_("à partir de"))
    closes = models.TimeField(_("jusqu’à"))
    first_day = models.DateField(_("premier jour"))
    last_day = models.DateField(_("dernier jour"))

    class Meta:
        verbose_name = _("tâche du jardin")
        verbose_name_plural = _("tâches du jardin")
        ordering = ["garden", "kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weekdays__contained_by=list(range(MONDAY, SUNDAY + 1))),
                name="chore_weekdays_are_days",
            ),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="chore_closes_after_it_opens",
                violation_error_message=_("La fin doit venir après le début."),
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="chore_ends_after_it_starts",
                violation_error_message=_("Le dernier jour ne peut pas précéder le premier."),
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1, places__lte=MOST_PLACES), name="chore_places"
            ),
            models.CheckConstraint(
                condition=Q(hardness__gte=1, hardness__lte=HARDEST), name="chore_hardness"
            ),
        ]

    @property
    def words(self) -> str:
        """How it is done, in the reader's language."""
        return in_the_readers_language(self.words_fr, self.words_en)

    def clean(self) -> None:
        if not self.weekdays:
            raise ValidationError({"weekdays": _("Cochez au moins un jour.")})


class RestDay(models.Model):
    """A day on which a chore makes no turn."""

    chore = ParentalKey(Chore, on_delete=models.CASCADE, related_name="rest_days")
    day = models.DateField(_("jour"))

    class Meta:
        verbose_name = _("jour sans tour")
        verbose_name_plural = _("jours sans tour")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class CallOff(models.Model):
    """A day, or one of its turns, called off at once: it rains. Kept, for people were told of it."""

    garden = models.ForeignKey(Garden, on_delete=models.CASCADE, related_name="call_offs")
    day = models.DateField(_("jour"))
    because = models.CharField(_("pourquoi"), max_length=200, blank=True)
    at = models.DateTimeField(_("le"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("annulation")
        verbose_name_plural = _("annulations")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.garden} · {self.day:%d/%m/%Y}"


# The states of a duty in which its place is somebody's: the words of ``Duty.State``.
LIVE = ("held", "done", "missed")


def _taken() -> Count:
    return Count("duties", filter=Q(duties__state__in=LIVE))


class TurnQuerySet(models.QuerySet["Turn"]):
    def of_garden(self, garden_id: int) -> "TurnQuerySet":
        """A garden's turns in the order of the clock, with what a screen says of each."""
        turns = self.filter(chore__garden=garden_id).select_related("chore", "call_off")
        return turns.order_by("starts_at", "pk")

    def with_taken(self) -> "TurnQuerySet":
        """Adds ``taken``, how many of its places somebody holds."""
        return self.annotate(taken=_taken())

    def with_room(self) -> "TurnQuerySet":
        """Those with a place that nobody holds, with ``taken``."""
        return self.with_taken().annotate(room=F("places") - _taken()).filter(room__gt=0)


class Turn(models.Model):
    """One chore on one day, with places for one household or several. It stays as laid when its chore changes."""

    chore = models.ForeignKey(
        Chore, verbose_name=_("tâche"), on_delete=models.CASCADE, related_name="turns"
    )
    day = models.DateField(_("jour"))
    starts_at = models.DateTimeField(_("début"))
    ends_at = models.DateTimeField(_("fin"))
    places = models.PositiveSmallIntegerField(_("foyers"))
    hardness = models.PositiveSmallIntegerField(_("pénibilité"))
    minutes = models.PositiveSmallIntegerField(_("durée (minutes)"))
    call_off = models.ForeignKey(
        CallOff,
        verbose_name=_("annulation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="turns",
    )
    sequence = models.PositiveIntegerField(
        default=0, help_text="Grows when it is called off or reinstated."
    )
    past_places = models.PositiveSmallIntegerField(
        default=0,
        help_text="Places that were done by households forgotten since: the figures of a year count them.",
    )
    past_minutes = models.PositiveIntegerField(default=0, help_text="What those places took.")

    objects = TurnQuerySet.as_manager()
    taken: int  # only after with_taken()

    class Meta:
        verbose_name = _("tour")
        verbose_name_plural = _("tours")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chore", "day"], name="turn_once_a_day"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="turn_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="turn_has_a_place"),
        ]
        indexes = [models.Index(fields=["day", "chore"], name="turn_by_day")]

    def __str__(self) -> str:
        return f"{self.chore} · {self.day:%d/%m/%Y}"

    @property
    def is_called_off(self) -> bool:
        return self.call_off_id is not None

    @property
    def empty(self) -> int:
        """How many of its places nobody holds, on a turn read with ``with_taken``."""
        return max(0, self.places - self.taken)
