from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from commons.bilingual import BilingualName, in_the_readers_language
from workshops.models.workshop import Workshop


class PriceTier(BilingualName):
    """One of the prices people choose from, freely: nobody asks why."""

    workshop = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="tiers")
    cents = models.PositiveIntegerField(
        _("par place (centimes)"),
        validators=[MaxValueValidator(100_000)],
        help_text=_("0 est un tarif comme un autre."),
    )

    class Meta:
        verbose_name = _("tarif")
        verbose_name_plural = _("tarifs")
        ordering = ["cents"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "cents"], name="price_tier_once")
        ]


class Question(models.Model):
    """What a workshop asks of those who book, and nothing it does not need."""

    class Kind(models.TextChoices):
        WORDS = "words", _("quelques mots")
        YES_NO = "yes-no", _("oui ou non")

    workshop = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="questions")
    text_fr = models.CharField(
        _("question"),
        max_length=160,
        help_text=_("Une seule chose à la fois, et seulement ce qui sert ce jour-là."),
    )
    text_en = models.CharField(
        _("question en anglais"),
        max_length=160,
        blank=True,
        help_text=_("La même question en anglais."),
    )
    kind = models.CharField(
        _("réponse"),
        max_length=6,
        choices=Kind.choices,
        default=Kind.WORDS,
        help_text=_("La réponse est effacée deux jours après la séance."),
    )
    required = models.BooleanField(
        _("réponse nécessaire"),
        default=False,
        help_text=_("À cocher seulement si l’on ne peut pas accueillir sans elle."),
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        return in_the_readers_language(self.text_fr, self.text_en)
