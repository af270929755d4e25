"""What is sold: a product and every fact the law wants beside its price."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from commons.bilingual import both_names, in_the_readers_language
from commons.plants.models import Plant, months_field
from market import rules
from market.models.sellers import Producer
from market.slugs import free_slug


class Product(index.Indexed, models.Model):
    """A product of a producer. Its price and its stock belong to an offer, on one market day."""

    class Category(models.TextChoices):
        VEGETABLES = "legumes", _("Légumes")
        FRUIT = "fruits", _("Fruits")
        HERBS = "aromatiques", _("Herbes et fleurs")
        BREAD = "pains", _("Pains et farines")
        DAIRY = "cremerie", _("Fromages et lait")
        EGGS = "oeufs", _("Œufs")
        MEAT = "viandes", _("Viandes et poissons")
        GROCERY = "epicerie", _("Miels, confitures, épicerie")
        PLANTS = "plants", _("Plants et graines")

    class Unit(models.TextChoices):
        """What one price buys."""

        PIECE = "piece", _("la pièce")
        BUNCH = "bunch", _("la botte")
        KG = "kg", _("le kg")
        LITRE = "litre", _("le litre")
        PACK = "pack", _("le lot")

    class PackUnit(models.TextChoices):
        KG = "kg", _("kg")
        LITRE = "litre", _("l")

    producer = models.ForeignKey(
        Producer,
        verbose_name=_("producteur·rice"),
        on_delete=models.PROTECT,
        related_name="products",
    )
    plant = models.ForeignKey(
        Plant,
        verbose_name=_("plante"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Donne la saison et le pictogramme."),
    )
    name_fr = models.CharField(_("nom"), max_length=80)
    name_en = models.CharField(_("nom anglais"), max_length=80, blank=True)
    slug = models.SlugField(
        _("adresse de la page"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_(
            "Vide : faite du nom. Ensuite elle ne change plus, pour que les liens tiennent."
        ),
    )
    description_fr = models.TextField(_("description"), blank=True)
    description_en = models.TextField(_("description en anglais"), blank=True)
    category = models.CharField(_("rayon"), max_length=12, choices=Category.choices)
    unit = models.CharField(_("vendu à"), max_length=6, choices=Unit.choices)
    step = models.DecimalField(
        _("pas de commande"),
        max_digits=9,
        decimal_places=3,
        default=Decimal(1),
        validators=[MinValueValidator(Decimal("0.001"))],
        help_text=_("On commande par multiples de ce pas : 1 botte, 0,5 kg."),
    )
    pack_size = models.DecimalField(
        _("contenu"),
        max_digits=9,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("Poids ou volume d’une unité, en kg ou en litres : pour le prix au kg."),
    )
    pack_unit = models.CharField(
        _("unité du contenu"), max_length=6, choices=PackUnit.choices, blank=True
    )
    origin = models.CharField(_("origine"), max_length=80, default="France")
    grade = models.CharField(_("catégorie de qualité"), max_length=20, blank=True)
    variety = models.CharField(_("variété"), max_length=60, blank=True)
    allergens_fr = models.CharField(
        _("allergènes"), max_length=160, help_text=_("« aucun » s’écrit en toutes lettres.")
    )
    allergens_en = models.CharField(_("allergènes en anglais"), max_length=160, blank=True)
    organic = models.BooleanField(_("bio"), default=False)
    certifier = models.CharField(_("organisme certificateur"), max_length=40, blank=True)
    certificate_until = models.DateField(_("certificat valable jusqu’au"), null=True, blank=True)
    vat_rate = models.DecimalField(
        _("taux de TVA (%)"), max_digits=4, decimal_places=2, default=Decimal("5.5")
    )
    weighed = models.BooleanField(_("pesé à la halle"), default=False)
    alcohol = models.BooleanField(_("alcool"), default=False)
    own_season = months_field(_("mois de saison, s’ils diffèrent de la plante"))
    pictogram = models.SlugField(
        _("pictogramme"), blank=True, help_text=_("Vide : celui de la plante.")
    )

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("description_fr"),
        index.SearchField("description_en"),
        index.SearchField("variety"),
        index.SearchField("origin"),
        index.RelatedFields("producer", [index.SearchField("name")]),
        # « Cœur de bœuf » is a tomato, which its name does not say.
        index.RelatedFields("plant", [index.SearchField("name_fr"), index.SearchField("name_en")]),
    ]

    class Meta:
        verbose_name = _("produit")
        verbose_name_plural = _("produits")
        ordering = ["producer__name", "name_fr"]
        constraints = [
            models.UniqueConstraint(
                fields=["producer", "name_fr"], name="product_named_once_per_producer"
            ),
            models.CheckConstraint(condition=models.Q(step__gt=0), name="product_step_above_zero"),
            models.CheckConstraint(
                condition=models.Q(own_season__contained_by=list(range(1, 13))),
                name="product_months_are_months",
                violation_error_message=_("Les mois vont de 1 à 12."),
            ),
            models.CheckConstraint(
                condition=models.Q(pack_size__isnull=True, pack_unit="")
                | (models.Q(pack_size__gt=0) & ~models.Q(pack_unit="")),
                name="product_content_has_its_unit",
                violation_error_message=_("Un contenu se dit avec son unité, kg ou litre."),
            ),
            models.CheckConstraint(
                condition=~models.Q(unit="pack") | models.Q(pack_size__isnull=False),
                name="product_pack_says_its_content",
                violation_error_message=_("Un lot dit son poids ou son volume."),
            ),
            models.CheckConstraint(
                condition=models.Q(organic=False)
                | (~models.Q(certifier="") & models.Q(certificate_until__isnull=False)),
                name="product_organic_is_certified",
                violation_error_message=_(
                    "« Bio » demande un organisme certificateur et une date de certificat."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name_fr} ({self.producer})"

    def get_absolute_url(self) -> str:
        return reverse("market:product", args=[self.slug])

    def clean(self) -> None:
        if not self.slug and self.producer_id:
            self.slug = free_slug(self.name_fr, beside=self.producer.slug, taken=self._is_taken)
        if not self.grade and self.plant and rules.grade_is_required(self.plant.slug):
            raise ValidationError({"grade": _("La catégorie est obligatoire pour ce produit.")})

    def _is_taken(self, slug: str) -> bool:
        return Product.objects.exclude(pk=self.pk).filter(slug=slug).exists()

    @property
    def name(self) -> str:
        return in_the_readers_language(self.name_fr, self.name_en)

    @property
    def title(self) -> str:
        """Both names, which search weighs as it does the title of a page."""
        return both_names(self.name_fr, self.name_en)

    @property
    def description(self) -> str:
        return in_the_readers_language(self.description_fr, self.description_en)

    @property
    def allergens(self) -> str:
        return in_the_readers_language(self.allergens_fr, self.allergens_en)

    @property
    def season(self) -> list[int]:
        """Months of sale in season, 1-12; empty for what has no season."""
        return self.own_season or (self.plant.season if self.plant else [])

    @property
    def drawing(self) -> str:
        """Name of its pictogram."""
        return self.pictogram or (self.plant.slug if self.plant else "panier")

    @property
    def paint(self) -> str:
        """The pot its crate's ground is painted from."""
        paints = {
            self.Category.VEGETABLES: "leaf",
            self.Category.HERBS: "leaf",
            self.Category.FRUIT: "tomato",
        }
        return paints.get(self.Category(self.category), "squash")

    def is_organic_on(self, day: date) -> bool:
        """« Bio » is said only while the certificate is valid."""
        return self.organic and self.certificate_until is not None and day <= self.certificate_until
