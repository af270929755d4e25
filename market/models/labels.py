"""The facts of a product that the law wants said, and how it is sold and kept."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from commons.bilingual import in_the_readers_language
from commons.cms.pictures import Picture
from market import rules
from market.rules.allergens import Allergen, in_order, say


class ChoicesField(ArrayField):
    """Several of a few words, ticked one by one. To migrations it is the plain array that it is."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.contrib.postgres.fields.ArrayField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(
            self,
            **{
                "form_class": forms.TypedMultipleChoiceField,
                "choices_form_class": forms.TypedMultipleChoiceField,
                "choices": self.base_field.choices,
                "widget": forms.CheckboxSelectMultiple,
                "coerce": self.base_field.to_python,
                "empty_value": [],
                **kwargs,
            },
        )


class Labelled(models.Model):
    """What is said beside the name and the price of a product, before it is bought."""

    origin = models.CharField(_("pays d’origine"), max_length=80, default="France", blank=True)
    origin_place = models.CharField(_("lieu d’origine"), max_length=80, blank=True)
    grade = models.CharField(_("catégorie de qualité"), max_length=20, blank=True)
    variety = models.CharField(_("variété"), max_length=60, blank=True)
    allergen_codes = ChoicesField(
        models.CharField(max_length=16, choices=Allergen.choices),
        verbose_name=_("allergènes"),
        default=list,
        blank=True,
        help_text=_("Rien de coché : pas encore dit. « aucun » se coche aussi, et seul."),
    )
    allergens_fr = models.CharField(_("précision sur les allergènes"), max_length=160, blank=True)
    allergens_en = models.CharField(_("précision, en anglais"), max_length=160, blank=True)
    organic = models.BooleanField(_("bio"), default=False)
    certifier = models.CharField(_("organisme certificateur"), max_length=40, blank=True)
    certificate_until = models.DateField(_("certificat valable jusqu’au"), null=True, blank=True)
    vat_rate = models.DecimalField(
        _("taux de TVA"),
        max_digits=4,
        decimal_places=2,
        default=Decimal("5.50"),
        choices=rules.VAT_RATES,
    )
    storage_fr = models.CharField(_("conservation"), max_length=120, blank=True)
    storage_en = models.CharField(_("conservation, en anglais"), max_length=120, blank=True)
    weighed = models.BooleanField(
        _("pesé à la halle"),
        default=False,
        help_text=_("Le prix suit le poids réel. Seulement pour ce qui se vend au kilo."),
    )
    perishable = models.BooleanField(
        _("se garde peu"),
        default=True,
        help_text=_("Ce qui se garde peu ne se rend pas ; le reste se rend dans les 14 jours."),
    )
    alcohol = models.BooleanField(
        _("contient de l’alcool"),
        default=False,
        help_text=_("Plus de 1,2 % : vendu aux adultes, et seulement si la halle l’autorise."),
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Sans photo, son pictogramme. Cadrez-la sur ce qui se vend."),
    )

    class Meta:
        abstract = True

    @property
    def whence(self) -> str:
        """ "France, Drôme": the country in full, as the law wants it, then the place."""
        return ", ".join(word for word in (self.origin, self.origin_place) if word)

    @property
    def allergens(self) -> str:
        """ "gluten, œufs (blé)"; a sentence too when nobody has said."""
        said = in_order(self.allergen_codes)
        words = in_the_readers_language(self.allergens_fr, self.allergens_en)
        if not said:
            return words or gettext("pas encore dits : demandez à l’étal")
        return f"{say(said)} ({words})" if words else say(said)

    @property
    def storage(self) -> str:
        return in_the_readers_language(self.storage_fr, self.storage_en)

    def is_organic_on(self, day: date) -> bool:
        """« Bio » is said only while the certificate is valid."""
        return self.organic and self.certificate_until is not None and day <= self.certificate_until
