from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from commons.drawing import rectangle
from gardens.models.garden import Garden, refuse_outside


class Feature(models.Model):
    """What stands in a garden besides its plots, so that people recognise it on the plan."""

    class Kind(models.TextChoices):
        PATH = "path", _("allée")
        HEDGE = "hedge", _("haie")
        SHED = "shed", _("cabane")
        WATER = "water", _("point d’eau")
        COMPOST = "compost", _("compost")
        TREE = "tree", _("arbre")
        TABLE = "table", _("table")
        GATE = "gate", _("portail")

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="features"
    )
    kind = models.CharField(_("sorte"), max_length=10, choices=Kind.choices)
    x = models.PositiveSmallIntegerField(_("de la gauche (dm)"))
    y = models.PositiveSmallIntegerField(_("du haut (dm)"))
    width = models.PositiveSmallIntegerField(_("largeur (dm)"), validators=[MinValueValidator(1)])
    height = models.PositiveSmallIntegerField(_("hauteur (dm)"), validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("repère du plan")
        verbose_name_plural = _("repères du plan")
        ordering = ["garden", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gte=1, height__gte=1), name="feature_has_a_size"
            )
        ]

    def __str__(self) -> str:
        return f"{self.garden} · {self.get_kind_display()}"

    def clean(self) -> None:
        if self.garden_id and None not in (self.x, self.y, self.width, self.height):
            refuse_outside(self.garden, rectangle(self.x, self.y, self.width, self.height))
