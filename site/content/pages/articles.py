"""News of the hall, and their list."""

from typing import Any

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageQuerySet

from commons.cms.models import StoryPage
from commons.cms.structured import Thing
from commons.places.models import House
from content import structured
from content.models.words import Topic

ARTICLES_PER_PAGE = 12
RELATED_SHOWN = 3


class ArticleIndexPage(StoryPage):
    """All the articles, the newest first; ``?sujet=compost`` keeps one topic."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.ArticlePage", "content.ChroniclePage"]
    max_count_per_parent = 1
    page_description = _("La liste des articles et des récits, par sujet.")

    class Meta:
        verbose_name = _("liste des articles")

    def articles(self) -> PageQuerySet:
        """What readers can see, the newest first."""
        return ArticlePage.objects.child_of(self).live().order_by("-date", "-pk")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        topics = list(Topic.objects.filter(articles__in=self.articles()).distinct())
        asked = request.GET.get("sujet", "")
        topic = next((topic for topic in topics if topic.slug == asked), None)
        articles = self.articles().filter(topics=topic) if topic else self.articles()
        # A page number out of an address may be anything: the nearest that exists is shown.
        shown: Slice = Paginator(articles, ARTICLES_PER_PAGE).get_page(request.GET.get("page"))
        return {**context, "articles": shown, "tabs": _tabs(topics, topic), **_feeds(topic)}


class ArticlePage(StoryPage):
    """A story, a recipe, news of the hall: dated and signed."""

    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("Celle que l’on lit sous le titre.")
    )
    byline = models.CharField(
        _("signature"),
        max_length=160,
        blank=True,
        help_text=_("Qui écrit, et d’où : « Maëlle, bénévole au compost »."),
    )
    topics = ParentalManyToManyField(
        Topic,
        verbose_name=_("sujets"),
        blank=True,
        related_name="articles",
        help_text=_("Un ou deux suffisent. La liste se tient dans le menu Rédaction."),
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        FieldPanel("date", help_text=_("Affichée sous le titre ; elle range les articles.")),
        FieldPanel("byline"),
        FieldPanel("topics", widget=CheckboxSelectMultiple),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["content.ArticleIndexPage"]
    subpage_types: list[str] = []
    sharing_kind = "article"
    page_description = _("Une nouvelle, une recette, un compte rendu.")

    class Meta:
        verbose_name = _("article")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        topics = list(self.topics.all())
        return {**context, "topics": topics, "related": self.related(topics), **_feeds(None)}

    def related(self, topics: list[Topic]) -> PageQuerySet:
        """The newest others on the same topics, in the same language."""
        same = ArticlePage.objects.live().filter(locale_id=self.locale_id, topics__in=topics)
        others = same.exclude(pk=self.pk).distinct()
        return others.order_by("-date", "-pk")[:RELATED_SHOWN]

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


def _tabs(topics: list[Topic], current: Topic | None) -> list[dict[str, object]]:
    """The topics that have an article, as the tabs component wants them."""
    everything = {"label": say("Tous les sujets"), "url": "?", "current": current is None}
    return [
        everything,
        *(
            {"label": topic.name, "url": f"?sujet={topic.slug}", "current": topic == current}
            for topic in topics
        ),
    ]


def _feeds(topic: Topic | None) -> dict[str, object]:
    """Where the feeds of a list are, and which topic they keep."""
    query = f"?{urlencode({'sujet': topic.slug})}" if topic else ""
    return {
        "topic": topic,
        "rss_url": reverse("content:articles_rss") + query,
        "atom_url": reverse("content:articles_atom") + query,
    }
