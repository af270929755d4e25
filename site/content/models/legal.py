"""What the house promises in law, version by version."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import PreviewableMixin

# What a starter text leaves to fill in; written between square brackets so that no sentence holds it by chance.
GAP = re.compile(r"\[(?:à compléter|to be completed)[^\]]*\]")


class LegalVersionQuerySet(models.QuerySet["LegalVersion"]):
    def in_force_by(self, day: date) -> "LegalVersionQuerySet":
        """Those that apply or once applied, the newest first."""
        return self.filter(in_force_on__lte=day).order_by("-in_force_on")


class LegalVersion(PreviewableMixin, models.Model):
    """One text of a legal page. A draft without a date; once in force, the database lets nobody change it."""

    page = models.ForeignKey(
        "content.LegalPage",
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="versions",
    )
    in_force_on = models.DateField(
        _("en vigueur le"),
        null=True,
        blank=True,
        help_text=_(
            "Vide : c’est un brouillon. Ce jour venu, le texte est public et ne se change plus : "
            "on en écrit un nouveau."
        ),
    )
    changes = models.CharField(
        _("ce qui change"),
        max_length=300,
        blank=True,
        help_text=_("Une phrase, pour qui a lu la version d’avant."),
    )
    text = RichTextField(
        _("texte"),
        features=["h2", "h3", "bold", "italic", "ol", "ul", "link"],
        help_text=_("Ce qui est entre crochets, « [à compléter…] », doit l’être avant de dater."),
    )

    objects = LegalVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version d’un texte légal")
        verbose_name_plural = _("versions des textes légaux")
        ordering = ["page", models.F("in_force_on").desc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "in_force_on"],
                name="legal_version_one_a_day",
                violation_error_message=_("Ce texte a déjà une version à cette date."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.page} ({self.in_force_on or _('brouillon')})"

    def is_in_force(self, *, today: date) -> bool:
        """It applies, or once did."""
        return self.in_force_on is not None and self.in_force_on <= today

    def clean(self) -> None:
        if self.in_force_on and GAP.search(self.text):
            raise ValidationError(
                {
                    "text": _(
                        "Il reste des passages à compléter : le texte ne peut pas encore être daté."
                    )
                }
            )
        stored = LegalVersion.objects.in_force_by(timezone.localdate()).filter(pk=self.pk)
        if self.pk and stored.exists():
            raise ValidationError(
                _("Ce texte est en vigueur, il ne se change plus. Écrivez une nouvelle version.")
            )

    def get_preview_template(self, _request: HttpRequest, _mode_name: str) -> str:
        return "content/legal_page.html"

    def get_preview_context(self, request: HttpRequest, _mode_name: str) -> dict[str, Any]:
        return {"page": self.page, "version": self, "versions": [], "request": request}
