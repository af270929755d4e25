"""The pages any collective has: home, articles, places, agenda."""

from typing import Any

from django.conf import settings
from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageQuerySet

from commons.cms.models import StoryPage
from content import agenda

ARTICLES_PER_PAGE = 12


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
        "workshops.WorkshopIndexPage",
    ]
    max_count = len(settings.WAGTAIL_CONTENT_LANGUAGES)

    class Meta:
        verbose_name = _("accueil")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import home

        context = super().get_context(request, *args, **kwargs)
        context["home"] = home.read(locale_id=self.locale_id, now=timezone.now())
        return context


class ArticleIndexPage(StoryPage):
    """All the articles, the newest first."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("liste des articles")

    def articles(self) -> PageQuerySet:
        """What readers can see, the newest first."""
        return ArticlePage.objects.child_of(self).live().order_by("-date", "-pk")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["articles"] = self._slice(request.GET.get("page"))
        return context

    def _slice(self, number: str | None) -> Slice:
        """A page number out of an address may be anything: the nearest that exists is shown."""
        return Paginator(self.articles(), ARTICLES_PER_PAGE).get_page(number)


class ArticlePage(StoryPage):
    """A story, a recipe, news of the hall: dated and signed."""

    date = models.DateField(_("date"), default=timezone.localdate)
    byline = models.CharField(
        _("signature"),
        max_length=160,
        blank=True,
        help_text=_("Qui écrit, et d’où : « Maëlle, bénévole au compost »."),
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        FieldPanel("date"),
        FieldPanel("byline"),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["content.ArticleIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("article")


class PlaceIndexPage(StoryPage):
    """The places where things happen."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.PlacePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("liste des lieux")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["places"] = PlacePage.objects.child_of(self).live().select_related("place")
        return context


class PlacePage(StoryPage):
    """The story of a place; its address and what it can hold are the row's."""

    place = models.ForeignKey(
        "places.Place", verbose_name=_("lieu"), on_delete=models.PROTECT, related_name="+"
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        FieldPanel("place"),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["content.PlaceIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("lieu")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["entries"] = agenda.coming_at(self.place, now=timezone.now())
        return context


class AgendaPage(StoryPage):
    """What is on in the coming weeks, day by day; the address says which trade, and from when."""

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("agenda")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["agenda"] = agenda.read(request.GET, now=timezone.now())
        return context
