"""The front door."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from commons.cms.models import StoryPage
from commons.cms.structured import Thing
from commons.places.models import House
from content import structured
from market import queries as market

# Market days whose hours search engines are told: about a month.
DAYS_TOLD = 8
KEEP_DAYS_SECONDS = 300


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
        "content.ContactPage",
        "content.LegalPage",
        "content.PartnerIndexPage",
        "content.PlaceIndexPage",
        "content.SeasonPage",
        "gardens.GardenIndexPage",
        "impact.ImpactPage",
        "market.ProducerIndexPage",
        "workshops.WorkshopIndexPage",
    ]
    max_count = len(settings.WAGTAIL_CONTENT_LANGUAGES)

    class Meta:
        verbose_name = _("accueil")

    @property
    def card_title(self) -> str:
        return self.seo_title or self.headline or self.title

    def things(self, request: HttpRequest) -> tuple[Thing, ...]:
        days = cache.get_or_set(
            "hall:days",
            lambda: market.coming_days(at=timezone.now(), limit=DAYS_TOLD),
            KEEP_DAYS_SECONDS,
        )
        return (structured.hall(House.load(request), days=days or (), image=self.card.address),)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import home

        context = super().get_context(request, *args, **kwargs)
        context["home"] = home.read(locale_id=self.locale_id, now=timezone.now())
        return context
