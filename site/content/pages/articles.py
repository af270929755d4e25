"""News of the hall, and their list."""

from typing import Any

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageQuerySet

from commons.cms.models import StoryPage
from commons.cms.structured import Thing
from commons.places.models import House
from content import structured

ARTICLES_PER_PAGE = 12


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
    sharing_kind = "article"

    class Meta:
        verbose_name = _("article")

    @property
    def card_line(self) -> str:
        return " · ".join(filter(None, (date_format(self.date, "j F Y"), self.byline)))

    def things(self, request: HttpRequest) -> tuple[Thing, ...]:
        told = structured.article(
            title=self.title,
            lead=self.search_description or self.lead,
            path=self.get_url(request) or "",
            image=self.card.address,
            day=self.date,
            changed_at=self.last_published_at,
            byline=self.byline,
            language=self.locale.language_code,
            house=House.load(request),
        )
        return (told,)
