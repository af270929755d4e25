"""The pages that no trade answers for, as the site's search finds them: articles, places, what the menu leads to."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, F, Model, Q, QuerySet, Value, Window
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.text import capfirst
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from commons.cms.models import PICTOGRAMS, StoryPage
from commons.finding import spelling
from commons.finding.found import Finds, Found, Wanted
from commons.finding.matching import matching
from commons.plants.models import Plant
from gardens.models import GardenPage
from market.models import Producer, Product
from workshops.models import WorkshopPage

ANSWERED_BY_A_TRADE = (WorkshopPage, GardenPage)


def find(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """Published pages in the reader's language, with their lead; ``at`` is not needed."""
    models = {model._meta.model_name: model for model in _kinds_of_page()}
    tables = [name for name, model in models.items() if _keeps_its_own_lead(model)]
    pages = (
        matching(Page, wanted)
        .filter(_published(), content_type__in=_content_types(models.values()))
        .annotate(
            lead=Coalesce(*(NullIf(f"{name}__lead", Value("")) for name in tables), Value("")),
            drawing=Coalesce(*(F(f"{name}__illustration") for name in tables), Value("")),
            total=Window(Count("*")),
        )
        .select_related("content_type", "locale")
        .only("title", "url_path", "content_type__model", "locale__language_code")[
            start : start + limit
        ]
    )
    return Finds(
        items=[_found(page, models[page.content_type.model]) for page in pages],
        total=pages[0].total if pages else 0,
    )


def _keeps_its_own_lead(model: type[StoryPage]) -> bool:
    """In a table of its own, as each kind of page does save one made from another: a chronicle is an article."""
    return model._meta.get_field("lead").model is model


def _found(page: Page, model: type[StoryPage]) -> Found:
    nature = str(capfirst(model._meta.verbose_name))
    return Found(
        title=page.title,
        url=page.get_url() or "",
        pictogram=PICTOGRAMS.get(page.drawing, "charte"),
        context=f"{nature} · {page.lead}" if page.lead else nature,
    )


def public_names() -> QuerySet:
    """The entries of the index whose names anybody may be told."""
    pages = Page.objects.filter(_published()).values(told_as=Cast("pk", CharField()))
    page_types = _content_types([*_kinds_of_page(), *ANSWERED_BY_A_TRADE])
    return spelling.entries().filter(
        Q(content_type__in=_content_types([Product, Producer, Plant]))
        | Q(content_type__in=page_types, object_id__in=pages)
    )


def _published() -> Q:
    return Q(live=True, locale__language_code=get_language() or "fr")


def _kinds_of_page() -> list[type[StoryPage]]:
    """Every kind of page that tells something, save those a trade finds itself."""
    return [
        model
        for model in get_page_models()
        if issubclass(model, StoryPage) and model not in ANSWERED_BY_A_TRADE
    ]


def _content_types(models: Iterable[type[Model]]) -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*models).values())
