"""Where things happen: a hall, a garden, a kitchen. Every trade meets somewhere."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.Model):
    """A place and what it can hold. Its story, for visitors, is a page; this row is what rules read."""

    name = models.CharField(_("nom"), max_length=120, unique=True)
    address = models.CharField(_("adresse"), max_length=200)
    postcode = models.CharField(_("code postal"), max_length=10)
    city = models.CharField(_("ville"), max_length=80)
    seats_limit = models.PositiveSmallIntegerField(
        _("personnes au plus"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Vide : le lieu ne fixe pas de limite."),
    )
    access = models.TextField(
        _("accès"),
        blank=True,
        help_text=_("Marches, portes, toilettes, tram : ce qu’il faut savoir."),
    )

    class Meta:
        verbose_name = _("lieu")
        verbose_name_plural = _("lieux")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def one_line(self) -> str:
        """Name and address on one line, for calendars and mails."""
        return f"{self.name}, {self.address}, {self.postcode} {self.city}"
