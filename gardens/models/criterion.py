from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gardens.models.garden import Garden

LONGEST_HEAD_START = 1095  # days; three years


class Criterion(models.Model):
    """A head start that a garden's committee gives in its list, published beside the date of asking.

    Counted in days: a household with one stands where it would if it had asked so much earlier. Ranks
    therefore stay put as time goes by, and each head start can be told in a sentence.
    """

    class Kind(models.TextChoices):
        NO_OUTDOORS = "no-outdoors", _("ni jardin, ni balcon, ni cour")
        NEARBY = "nearby", _("à moins de quinze minutes à pied")
        SHARES = "shares", _("accepte de partager une parcelle")
        LARGE = "large", _("foyer de trois personnes ou plus")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="head_starts"
    )
    kind = models.CharField(_("critère"), max_length=12, choices=Kind.choices)
    days = models.PositiveSmallIntegerField(
        _("jours d’avance"),
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_HEAD_START)],
    )

    class Meta:
        verbose_name = _("critère de la liste")
        verbose_name_plural = _("critères de la liste")
        ordering = ["garden", "-days", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["garden", "kind"], name="criterion_once_per_garden"),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=LONGEST_HEAD_START), name="criterion_days"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
