from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from commons.bilingual import in_the_readers_language
from gardens.models.garden import Garden
from gardens.models.tenancy import Tenancy

CHARTER_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link"]


class CharterQuerySet(models.QuerySet["Charter"]):
    def in_force(self, *, on: date) -> "CharterQuerySet":
        """Those that apply or once applied on a day, the newest first."""
        return self.filter(in_force_on__lte=on).order_by("-in_force_on")


class Charter(models.Model):
    """One version of what gardeners promise each other. Once signed, the database lets nobody change it."""

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.CASCADE, related_name="charters"
    )
    in_force_on = models.DateField(
        _("en vigueur le"),
        null=True,
        blank=True,
        help_text=_("Vide : c’est un brouillon. Signée une fois, elle ne se change plus."),
    )
    changes = models.CharField(
        _("ce qui change"),
        max_length=300,
        blank=True,
        help_text=_("Une phrase, pour qui a signé la version d’avant."),
    )
    text = RichTextField(_("texte"), features=CHARTER_FEATURES)
    text_en = RichTextField(_("texte (anglais)"), features=CHARTER_FEATURES, blank=True)

    objects = CharterQuerySet.as_manager()

    class Meta:
        verbose_name = _("charte")
        verbose_name_plural = _("chartes")
        ordering = ["garden", models.F("in_force_on").desc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["garden", "in_force_on"],
                name="charter_one_a_day",
                violation_error_message=_("Ce jardin a déjà une charte à cette date."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.garden} ({self.in_force_on or _('brouillon')})"

    @property
    def said(self) -> str:
        """Its text in the reader's language, in French when there is no other."""
        return in_the_readers_language(self.text, self.text_en)


class Signature(models.Model):
    """A household's word under one version of the charter. Written once, never changed."""

    charter = models.ForeignKey(
        Charter, verbose_name=_("charte"), on_delete=models.PROTECT, related_name="signatures"
    )
    tenancy = models.ForeignKey(
        Tenancy, verbose_name=_("attribution"), on_delete=models.CASCADE, related_name="signatures"
    )
    name = models.CharField(_("signée par"), max_length=120)
    signed_at = models.DateTimeField(_("signée le"))

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["-signed_at"]
        constraints = [
            models.UniqueConstraint(fields=["charter", "tenancy"], name="charter_signed_once"),
            models.CheckConstraint(condition=~Q(name=""), name="signature_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.charter}"
