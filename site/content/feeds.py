"""News for feed readers: RSS and Atom, in each language, whole or by topic (``?sujet=compost``)."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.models import ArticleIndexPage, ArticlePage, Topic

ARTICLES_TOLD = 20


class ArticlesRss(Feed):
    """The newest articles in the reader's language."""

    feed_type: Any = Rss201rev2Feed
    address = "content:articles_rss"
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest) -> dict[str, Any]:
        index = ArticleIndexPage.objects.live().filter(locale__language_code=get_language()).first()
        slug = request.GET.get("sujet", "")
        topic = Topic.objects.filter(slug=slug).first()
        if index is None or (slug and topic is None):
            raise Http404
        return {"index": index, "topic": topic, "request": request}

    def title(self, told: dict[str, Any]) -> str:
        title = told["index"].title
        return f"{title} · {told['topic']}" if told["topic"] else title

    def description(self, told: dict[str, Any]) -> str:
        return told["index"].lead or _("Les nouvelles de la halle.")

    subtitle = description

    def link(self, told: dict[str, Any]) -> str:
        return (told["index"].get_url(told["request"]) or "/") + self._query(told)

    def feed_url(self, told: dict[str, Any]) -> str:
        return reverse(self.address) + self._query(told)

    def items(self, told: dict[str, Any]) -> Iterable[ArticlePage]:
        articles = told["index"].articles().select_related("locale").prefetch_related("topics")
        chosen = articles.filter(topics=told["topic"]) if told["topic"] else articles
        return list(chosen[:ARTICLES_TOLD])

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.lead)

    def item_link(self, item: ArticlePage) -> str:
        return item.get_url() or "/"

    def item_guid(self, item: ArticlePage) -> str:
        """Stays the same when the title, the address or the site's name change."""
        return f"urn:uuid:{uuid5(item.translation_key, item.locale.language_code)}"

    def item_author_name(self, item: ArticlePage) -> str:
        return item.byline

    def item_pubdate(self, item: ArticlePage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(8)))

    def item_updateddate(self, item: ArticlePage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item: ArticlePage) -> list[str]:
        return [topic.name for topic in item.topics.all()]

    def _query(self, told: dict[str, Any]) -> str:
        return f"?sujet={told['topic'].slug}" if told["topic"] else ""


class ArticlesAtom(ArticlesRss):
    """The same, for those who prefer Atom."""

    feed_type = Atom1Feed
    address = "content:articles_atom"
