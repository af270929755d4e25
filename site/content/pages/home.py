"""The front door."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from commons.cms.models import StoryPage
from commons.cms.structured import Thing
from commons.places.models import House
from content import structured
from content.sections import SectionsBlock
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

    sections = StreamField(
        SectionsBlock(),
        verbose_name=_("sections"),
        blank=True,
        help_text=_(
            "Dans l’ordre de la page. Les sections des ateliers, du marché et des jardins se tiennent "
            "à jour d’elles-mêmes."
        ),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        FieldPanel(
            "illustration", help_text=_("Le dessin de l’entrée, quand il n’y a pas de photo.")
        ),
        FieldPanel("photo"),
        FieldPanel("sections"),
    ]
    search_fields = [*StoryPage.search_fields, index.SearchField("sections")]
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
    page_description = _(
        "La porte d’entrée : ses mots sont à vous, ses dates et ses offres viennent du jour."
    )

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
        context["home"] = home.Home(locale_id=self.locale_id, now=timezone.now())
        # On the first place, the market's slate hangs beside the headline.
        opens_on_market = bool(self.sections) and self.sections[0].block_type == "market"
        context["opens_on_market"] = opens_on_market
        context["bands"] = list(self.sections)[1 if opens_on_market else 0 :]
        return context
