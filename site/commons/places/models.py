"""Where things happen: a hall, a garden, a kitchen; and the house that keeps them all."""

from django import forms
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from commons.bilingual import in_the_readers_language


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

    panels = [
        FieldPanel("name", help_text=_("Le nom de la maison, au pied des pages et des messages.")),
        FieldPanel(
            "address",
            widget=forms.Textarea(attrs={"rows": 3}),  # a line of its own for the street, the town
            help_text=_("Celle où l’on vient vous voir."),
        ),
        FieldRowPanel(
            [
                FieldPanel("hours_fr", help_text=_("Une ligne par jour d’ouverture.")),
                FieldPanel("hours_en", help_text=_("Vide : le texte français.")),
            ],
            heading=_("Horaires"),
        ),
        FieldRowPanel(
            [
                FieldPanel(
                    "join_text_fr", help_text=_("Où venir, un jour précis, sans rendez-vous.")
                ),
                FieldPanel("join_text_en", help_text=_("Vide : le texte français.")),
            ],
            heading=_("Nous rejoindre"),
        ),
        FieldRowPanel(
            [
                FieldPanel(
                    "email", help_text=_("Lue par quelqu’un au moins une fois par semaine.")
                ),
                FieldPanel("phone", help_text=_("Vide : aucun numéro n’est montré.")),
            ]
        ),
        FieldPanel("source_url"),
    ]

    class Meta:
        verbose_name = _("pied de page")

    def __str__(self) -> str:
        return self.name

    @property
    def hours(self) -> str:
        """In the reader's language, in French when there is no other."""
        return in_the_readers_language(self.hours_fr, self.hours_en)

    @property
    def join_text(self) -> str:
        """In the reader's language, in French when there is no other."""
        return in_the_readers_language(self.join_text_fr, self.join_text_en)

    @property
    def legal_links(self) -> list[dict[str, str]]:
        """What the law and the licence ask to link to."""
        return (
            [{"title": gettext("Code source"), "url": self.source_url}] if self.source_url else []
        )
