"""News of the hall, and their list."""

from typing import Any

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageQuerySet

from commons.cms.models import StoryPage

ARTICLES_PER_PAGE = 12


class ArticleIndexPage(StoryPage):
    """All the articles, the newest first."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.ArticlePage"]
    max_count_per_parent = 1
    page_description = _("La liste des articles, les derniers en tête.")

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
        FieldPanel("date", help_text=_("Affichée sous le titre ; elle range les articles.")),
        FieldPanel("byline"),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["content.ArticleIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Une nouvelle, une recette, une décision : datée et signée.")

    class Meta:
        verbose_name = _("article")
