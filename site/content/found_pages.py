"""The pages that no trade answers for, as the site's search finds them: articles, places, what the menu leads to."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Model, Q, QuerySet, Window
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from commons.cms.models import PICTOGRAMS, StoryPage
from commons.finding import spelling
from commons.finding.found import Finds, Found, Wanted
from commons.finding.matching import matching, the_most
from commons.plants.models import Plant
from gardens.models import GardenPage
from market.models import Producer, ProducerPage, Product
from workshops.models import WorkshopPage

ANSWERED_BY_A_TRADE = (WorkshopPage, GardenPage, ProducerPage)


def find(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """Published pages in the reader's language, with their lead; ``at`` is not needed."""
    models = {model._meta.model_name: model for model in kinds_of_page()}
    matches = matching(Page, wanted).filter(
        _published(), content_type__in=_content_types(models.values())
    )
    pages = (
        the_most(matches)
        .annotate(total=Window(Count("*")))
        .select_related("content_type", "locale")
        .only("title", "url_path", "content_type__model", "locale__language_code")[
            start : start + limit
        ]
    )
    kinds = {page.pk: models[page.content_type.model] for page in pages}
    told = _told(kinds)
    return Finds(
        items=[_found(page, kinds[page.pk], *told[page.pk]) for page in pages],
        total=pages[0].total if pages else 0,
    )


def _told(kinds: Mapping[int, type[StoryPage]]) -> dict[int, tuple[str, str]]:
    """Lead and drawing of each page. Each kind keeps them in a table of its own: one query asks them all."""
    rows = [
        model.objects.order_by().filter(pk__in=kinds).values_list("pk", "lead", "illustration")
        for model in sorted(set(kinds.values()), key=lambda model: str(model._meta))
    ]
    if not rows:
        return {}
    first, *others = rows
    return {pk: (lead, drawing) for pk, lead, drawing in first.union(*others)}


def _found(page: Page, model: type[StoryPage], lead: str, drawing: str) -> Found:
    nature = str(capfirst(model._meta.verbose_name))
    return Found(
        title=page.title,
        url=page.get_url() or "",
        pictogram=PICTOGRAMS.get(drawing, "charte"),
        context=f"{nature} · {lead}" if lead else nature,
    )


def public_names() -> QuerySet:
    """The entries of the index whose names anybody may be told."""
    pages = Page.objects.filter(_published()).values(told_as=Cast("pk", CharField()))
    page_types = _content_types([*kinds_of_page(), *ANSWERED_BY_A_TRADE])
    return spelling.entries().filter(
        Q(content_type__in=_content_types([Product, Producer, Plant]))
        | Q(content_type__in=page_types, object_id__in=pages)
    )


def _published() -> Q:
    return Q(live=True, locale__language_code=get_language() or "fr")


def kinds_of_page() -> list[type[StoryPage]]:
    """Every kind of page that tells something, save those a trade finds itself."""
    return [
        model
        for model in get_page_models()
        if issubclass(model, StoryPage) and model not in ANSWERED_BY_A_TRADE
    ]


def _content_types(models: Iterable[type[Model]]) -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*models).values())
