"""The hall's floor: pitches that stalls stand on, and what people recognise around them.

One unit is a decimetre; x goes right and y goes down, as in SVG.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from commons.places.models import Place


class OnThePlan(models.Model):
    """A rectangle on the plan of a place."""

    place = models.ForeignKey(
        Place,
        verbose_name=_("lieu"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("La halle dont c’est le plan."),
    )
    x = models.PositiveSmallIntegerField(
        _("de la gauche (dm)"), help_text=_("En décimètres : 120 pour 12 mètres.")
    )
    y = models.PositiveSmallIntegerField(
        _("du haut (dm)"), help_text=_("En décimètres, depuis le haut du plan.")
    )
    width = models.PositiveSmallIntegerField(
        _("largeur (dm)"),
        validators=[MinValueValidator(1)],
        help_text=_("De gauche à droite sur le plan, en décimètres."),
    )
    height = models.PositiveSmallIntegerField(
        _("hauteur (dm)"),
        validators=[MinValueValidator(1)],
        help_text=_("De haut en bas sur le plan, en décimètres."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gte=1, height__gte=1), name="%(class)s_has_a_size"
            )
        ]


class Pitch(OnThePlan):
    """A place on the floor, known by the number painted on it (*emplacement*)."""

    class Kind(models.TextChoices):
        INSIDE = "inside", _("sous la halle")
        CORNER = "corner", _("en angle")
        OUTSIDE = "outside", _("dehors, sous auvent")

    class Facing(models.TextChoices):
        """The side where customers stand: the awning hangs there."""

        UP = "up", _("vers le haut du plan")
        RIGHT = "right", _("vers la droite du plan")
        DOWN = "down", _("vers le bas du plan")
        LEFT = "left", _("vers la gauche du plan")

    number = models.PositiveSmallIntegerField(
        _("numéro"), help_text=_("Le numéro peint au sol. Il ne sert qu’une fois par halle.")
    )
    kind = models.CharField(
        _("sorte"),
        max_length=8,
        choices=Kind.choices,
        default=Kind.INSIDE,
        help_text=_("Abrité ou dehors ; en angle, on y vient par deux côtés."),
    )
    facing = models.CharField(
        _("comptoir tourné"),
        max_length=5,
        choices=Facing.choices,
        default=Facing.DOWN,
        help_text=_("Le côté où l’on fait la queue : l’auvent rayé s’y dessine."),
    )
    power = models.BooleanField(
        _("électricité"), default=False, help_text=_("Une prise au pied de l’étal.")
    )
    cold = models.BooleanField(
        _("froid"),
        default=False,
        help_text=_("Une vitrine réfrigérée, pour ce qui se garde au frais."),
    )
    wheelchair_friendly = models.BooleanField(
        _("facile en fauteuil"),
        default=False,
        help_text=_("Allée large et comptoir bas : c’est écrit sur le plan public."),
    )

    class Meta(OnThePlan.Meta):
        verbose_name = _("emplacement")
        verbose_name_plural = _("emplacements")
        ordering = ["place", "number"]
        constraints = [
            *OnThePlan.Meta.constraints,
            models.UniqueConstraint(
                fields=["place", "number"],
                name="pitch_number_once_per_place",
                violation_error_message=_("Ce numéro est déjà pris dans cette halle."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.place}"


class Landmark(OnThePlan):
    """What stands in the hall besides its pitches, so that people recognise it on the plan."""

    class Kind(models.TextChoices):
        ROOF = "roof", _("toit de la halle")
        DOOR = "door", _("porte")
        ENTRANCE = "entrance", _("entrée principale")
        COLUMN = "column", _("poteau")
        PICK_UP = "pick-up", _("table de retrait")
        KITCHEN = "kitchen", _("cuisine")
        TOILETS = "toilets", _("toilettes")
        BENCH = "bench", _("banc")
        TABLE = "table", _("grande table")
        COMPOST = "compost", _("compost")
        BIKES = "bikes", _("vélos")
        TREE = "tree", _("arbre")

    kind = models.CharField(
        _("sorte"),
        max_length=8,
        choices=Kind.choices,
        help_text=_("Le toit se dessine en premier : tout le reste se pose dessus."),
    )

    class Meta(OnThePlan.Meta):
        verbose_name = _("repère de la halle")
        verbose_name_plural = _("repères de la halle")
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.place}"
