"""Who sells: the producers, and the collective when it buys and resells."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.search import index

from commons.bilingual import in_the_readers_language


class VatRegime(models.TextChoices):
    """How a seller stands towards VAT. Its sentence is data, for the law moves [ord. 2025-1247]."""

    LIABLE = "liable", _("assujetti à la TVA")
    FRANCHISE = "franchise", _("franchise en base")
    FLAT_RATE = "flat-rate", _("remboursement forfaitaire agricole")


class CollectiveForm(WagtailAdminModelForm):
    """Taking back the hall's word on alcohol closes what is on sale of it; placed orders stay."""

    def save(self, commit: bool = True) -> Any:
        from market import offering

        collective = super().save(commit=commit)
        if "allows_alcohol" in self.changed_data and not collective.allows_alcohol:
            offering.close_alcohol(at=timezone.now())
        return collective


@register_setting(icon="home")
class Collective(BaseGenericSetting):
    """The collective's legal identity, shown beside an order [C. conso. L.111-7, L.612-1]."""

    legal_name = models.CharField(_("nom légal"), max_length=120, blank=True)
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    siret = models.CharField(_("SIRET"), max_length=20, blank=True)
    email = models.EmailField(_("adresse e-mail"), blank=True)
    vat_regime = models.CharField(
        _("régime de TVA"), max_length=10, choices=VatRegime.choices, default=VatRegime.LIABLE
    )
    vat_mention = models.CharField(_("mention de TVA"), max_length=160, blank=True)
    mediator = models.CharField(
        _("médiateur de la consommation"),
        max_length=200,
        blank=True,
        help_text=_("Nom et adresse ou site du médiateur dont dépend le collectif."),
    )
    allows_alcohol = models.BooleanField(
        _("alcool autorisé sous la halle"),
        default=False,
        help_text=_("Sans cet accord, aucun produit qui contient de l’alcool ne se met en vente."),
    )

    base_form_class = CollectiveForm
    panels = [
        FieldPanel("legal_name", help_text=_("Celui des statuts ; imprimé sur les reçus.")),
        FieldPanel("address", help_text=_("Le siège, tel qu’il est déclaré.")),
        FieldPanel("siret", help_text=_("Quatorze chiffres.")),
        FieldPanel("email", help_text=_("Où écrire pour une réclamation.")),
        FieldRowPanel(
            [
                FieldPanel("vat_regime", help_text=_("Demandez-le à la trésorerie.")),
                FieldPanel(
                    "vat_mention",
                    help_text=_("La phrase que la loi demande sur les reçus ; vide : aucune."),
                ),
            ],
            heading=_("TVA"),
        ),
        FieldPanel("mediator"),
        FieldPanel("allows_alcohol"),
    ]

    class Meta:
        verbose_name = _("identité du collectif")

    def __str__(self) -> str:
        return self.legal_name


class Producer(index.Indexed, models.Model):
    """A producer of the hall: who they are, and the way they are paid."""

    class Settlement(models.TextChoices):
        """The only three ways: receiving money to pass it on is a regulated service [ACPR]."""

        CONNECT = "connect", _("payé·e par le prestataire, sur son compte")
        AT_STALL = "at-stall", _("payé·e à l’étal")
        RESOLD = "resold", _("acheté et revendu par le collectif")

    name = models.CharField(_("nom"), max_length=120, unique=True)
    slug = models.SlugField(_("adresse de la page"), unique=True)
    town = models.CharField(_("commune"), max_length=80)
    distance_km = models.PositiveSmallIntegerField(_("distance à la halle (km)"))
    story_fr = models.TextField(_("présentation"), blank=True)
    story_en = models.TextField(_("présentation en anglais"), blank=True)
    pictogram = models.SlugField(_("pictogramme"), blank=True)
    legal_name = models.CharField(_("nom légal"), max_length=120)
    siret = models.CharField(_("SIRET"), max_length=20, blank=True)
    vat_regime = models.CharField(
        _("régime de TVA"), max_length=10, choices=VatRegime.choices, default=VatRegime.LIABLE
    )
    vat_mention = models.CharField(
        _("mention de TVA"),
        max_length=160,
        blank=True,
        help_text=_("La phrase imprimée sur les reçus, par exemple « TVA non applicable »."),
    )
    settlement = models.CharField(
        _("règlement"), max_length=10, choices=Settlement.choices, default=Settlement.AT_STALL
    )
    account_ref = models.CharField(
        _("compte chez le prestataire"),
        max_length=80,
        blank=True,
        help_text=_("Commence par « acct_ »."),
    )
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("qui tient ses produits"),
        blank=True,
        related_name="producers",
        help_text=_("Ces personnes changent ses produits et ses offres, et ceux-là seulement."),
    )

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("town"),
        index.SearchField("story_fr"),
        index.SearchField("story_en"),
    ]

    class Meta:
        verbose_name = _("producteur·rice")
        verbose_name_plural = _("producteurs et productrices")
        ordering = ["name"]
        # Who lacks it keeps the goods of their own producers only: see market.own.
        permissions = [("keep_every_stall", _("Tenir les produits de tout le monde"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(settlement="connect") | ~models.Q(account_ref=""),
                name="producer_paid_by_provider_has_an_account",
                violation_error_message=_(
                    "Pour être payé·e par le prestataire, il faut un compte chez lui."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("market:producer", args=[self.slug])

    @property
    def title(self) -> str:
        """The name, which search weighs as it does the title of a page."""
        return self.name

    @property
    def story(self) -> str:
        return in_the_readers_language(self.story_fr, self.story_en)
