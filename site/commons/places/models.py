"""Where things happen: a hall, a garden, a kitchen; and the house that keeps them all."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


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
        help_text=_("Vide : le lieu ne fixe pas de limite."),
    )
    access = models.TextField(
        _("accès"),
        blank=True,
        help_text=_("Marches, portes, toilettes, tram : ce qu’il faut savoir."),
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


@register_setting(icon="home")
class House(BaseGenericSetting):
    """What the foot of every page and mail says: where the collective is, when, how to join."""

    name = models.CharField(_("nom"), max_length=120, default="Halle & Jardins")
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    hours_fr = models.TextField(_("horaires"), blank=True)
    hours_en = models.TextField(_("horaires en anglais"), blank=True)
    join_text_fr = models.TextField(_("comment nous rejoindre"), blank=True)
    join_text_en = models.TextField(_("comment nous rejoindre, en anglais"), blank=True)
    email = models.EmailField(_("adresse e-mail"), blank=True)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)
    source_url = models.URLField(
        _("adresse du code source"),
        blank=True,
        help_text=_("La licence AGPL demande de montrer le code qui tourne ici."),
    )

    class Meta:
        verbose_name = _("pied de page")

    def __str__(self) -> str:
        return self.name

    @property
    def hours(self) -> str:
        """In the reader's language, in French when there is no other."""
        return (self.hours_en if translation.get_language() == "en" else "") or self.hours_fr

    @property
    def join_text(self) -> str:
        """In the reader's language, in French when there is no other."""
        return (
            self.join_text_en if translation.get_language() == "en" else ""
        ) or self.join_text_fr

    @property
    def legal_links(self) -> list[dict[str, str]]:
        """What the law and the licence ask to link to."""
        return (
            [{"title": gettext("Code source"), "url": self.source_url}] if self.source_url else []
        )
