from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from commons.bilingual import in_the_readers_language
from commons.cms.pictures import Picture
from gardens.models.garden import Plot
from gardens.rules.times_of_year import TimeOfYear, time_of_year


class PlotPicture(models.Model):
    """A plot on a day: one after the other, its seasons."""

    plot = ParentalKey(
        Plot, verbose_name=_("parcelle"), on_delete=models.CASCADE, related_name="pictures"
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("image"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Sa description est lue à qui ne la voit pas : elle est nécessaire ici."),
    )
    taken_on = models.DateField(
        _("prise le"), help_text=_("La saison s’en déduit. À peu près suffit.")
    )
    words = models.CharField(
        _("légende"),
        max_length=160,
        blank=True,
        help_text=_("Ce qui pousse, ce qui a changé. Jamais le nom d’un foyer."),
    )
    words_en = models.CharField(
        _("légende (anglais)"),
        max_length=160,
        blank=True,
        help_text=_("Vide : la légende française sert aussi."),
    )

    class Meta:
        verbose_name = _("photo d’une parcelle")
        verbose_name_plural = _("photos des parcelles")
        ordering = ["-taken_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.plot} · {self.taken_on}"

    def clean(self) -> None:
        if self.picture_id and not self.picture.default_alt_text:
            raise ValidationError(
                {
                    "picture": _(
                        "Cette image n’a pas de description : ajoutez-la dans le menu Images, puis revenez."
                    )
                }
            )

    @property
    def season(self) -> TimeOfYear:
        return time_of_year(self.taken_on)

    @property
    def said(self) -> str:
        """The caption in the reader's language, in French when there is no other."""
        return in_the_readers_language(self.words, self.words_en)
