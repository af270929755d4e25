"""Two reports of the desk: pictures nobody described, and links that lead nowhere."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy

from commons.cms.links.models import Link
from commons.cms.links.reading import DOCUMENT, PAGE
from commons.cms.pictures import Picture


class PicturesWithoutWords(ReportView):
    """Pictures in use that say nothing to who cannot see them, and the pages they stand on."""

    page_title = _("Images sans description")
    header_icon = "image"
    index_url_name = "pictures_without_words"
    index_results_url_name = "pictures_without_words_results"
    results_template_name = "cms/reports/pictures_without_words.html"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "credit"]
    is_searchable = False

    def get_queryset(self) -> QuerySet[Picture]:
        bare = Picture.objects.filter(description="", is_decorative=False)
        here = _references_to_pictures().filter(to_object_id=Cast(OuterRef("pk"), CharField()))
        return bare.filter(Exists(here)).order_by("-created_at", "pk")

    def decorate_paginated_queryset(self, object_list: Iterable[Picture]) -> list[Picture]:
        pictures = list(object_list)
        where = _pages_that_show(pictures)
        for picture in pictures:
            picture.shown_on = where[str(picture.pk)]
        return pictures


class BrokenLinks(ReportView):
    """What the last look found broken, page by page."""

    page_title = _("Liens cassés")
    header_icon = "link"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    results_template_name = "cms/reports/broken_links.html"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    list_export = ["page.title", "address", "get_problem_display", "status", "checked_at"]
    export_headings = {"get_problem_display": _("Ce qui ne va pas")}
    is_searchable = False

    def get_queryset(self) -> QuerySet[Link]:
        broken = Link.objects.exclude(problem=Link.Problem.NONE)
        return broken.select_related("page").order_by("page__title", "page_id", "address")

    def decorate_paginated_queryset(self, object_list: Iterable[Link]) -> list[Link]:
        links = list(object_list)
        pages = Page.objects.in_bulk(_numbers(links, PAGE))
        documents = get_document_model().objects.in_bulk(_numbers(links, DOCUMENT))
        for link in links:
            target = pages if link.address.startswith(PAGE) else documents
            link.target = target.get(_number(link.address))  # type: ignore[attr-defined]
        return links


def _references_to_pictures() -> QuerySet[ReferenceIndex]:
    kind = ContentType.objects.get_for_model(Picture)
    return ReferenceIndex.objects.filter(to_content_type=kind)


def _pages_that_show(pictures: list[Picture]) -> dict[str, list[Page]]:
    """Pages by picture: two questions, however many pictures."""
    numbers = [str(picture.pk) for picture in pictures]
    references = list(
        _references_to_pictures()
        .filter(to_object_id__in=numbers, base_content_type=ContentType.objects.get_for_model(Page))
        .values_list("to_object_id", "object_id")
        .distinct()
    )
    pages = Page.objects.in_bulk({int(page) for _picture, page in references})
    shown: dict[str, list[Page]] = defaultdict(list)
    for picture, page in references:
        if int(page) in pages:
            shown[picture].append(pages[int(page)])
    return shown


def _numbers(links: list[Link], kind: str) -> set[int]:
    return {_number(link.address) for link in links if link.address.startswith(kind)}


def _number(address: str) -> int:
    """12 for ``page:12``; 0, which is nobody's, for an address of another kind."""
    digits = address.partition(":")[2]
    return int(digits) if digits.isdecimal() else 0
