"""The front door."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from commons.cms.models import StoryPage


class HomePage(StoryPage):
    """The front door: its words are the editors', its facts are the trades', read when shown."""

    headline = models.CharField(
        _("grande phrase"),
        max_length=120,
        blank=True,
        help_text=_("Les premiers mots que l’on lit, en très grand. Vide : le titre de la page."),
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        FieldPanel("headline"),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["wagtailcore.Page"]
    # Said here and not by the trades: they do not know whose page they stand under.
    subpage_types = [
        "content.AgendaPage",
        "content.ArticleIndexPage",
        "content.PlaceIndexPage",
        "gardens.GardenIndexPage",
        "impact.ImpactPage",
        "workshops.WorkshopIndexPage",
    ]
    max_count = len(settings.WAGTAIL_CONTENT_LANGUAGES)
    page_description = _(
        "La porte d’entrée : ses mots sont à vous, ses dates et ses offres viennent du jour."
    )

    class Meta:
        verbose_name = _("accueil")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import home

        context = super().get_context(request, *args, **kwargs)
        context["home"] = home.read(locale_id=self.locale_id, now=timezone.now())
        return context
