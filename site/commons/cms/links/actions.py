"""Keeps the list of links as the pages have it, and tries what was not tried for a week."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from wagtail.documents import get_document_model
from wagtail.models import Page

from commons.cms.links import own_pages
from commons.cms.links.models import Link
from commons.cms.links.reading import DOCUMENT, PAGE, links_of
from commons.cms.links.visiting import Finding, visit

TRIED_EVERY = timedelta(days=7)
# A round stays well within the time a task is given, and no host is bothered.
LINKS_A_ROUND = 20
LINKS_A_HOST = 3

Problem = Link.Problem


def list_links() -> None:
    """Write down the links of each published page, and forget those that are no longer on it."""
    for page in Page.objects.live().specific().iterator(chunk_size=100):
        _keep(page, links_of(page))
    Link.objects.filter(page__live=False).delete()


def _keep(page: Page, addresses: set[str]) -> None:
    with transaction.atomic(durable=True):
        Link.objects.filter(page=page.pk).exclude(address__in=addresses).delete()
        Link.objects.bulk_create(
            [Link(page_id=page.pk, address=address[:2000]) for address in sorted(addresses)],
            ignore_conflicts=True,
        )


def check_inner_links(*, now: datetime) -> None:
    """Pages and documents that links name by their number: two questions for them all."""
    pages = dict(Page.objects.values_list("pk", "live"))
    documents = set(get_document_model().objects.values_list("pk", flat=True))
    for link in Link.objects.filter(address__startswith=PAGE):
        _write(link, Finding(problem=_problem_of_page(pages.get(_number(link)))), now=now)
    for link in Link.objects.filter(address__startswith=DOCUMENT):
        gone = _number(link) not in documents
        problem = Problem.DOCUMENT_GONE if gone else Problem.NONE
        _write(link, Finding(problem=problem), now=now)


def check_due_links(*, now: datetime) -> None:
    """Try the addresses that wait longest. No transaction is open while a site is waited for."""
    due = (
        Link.objects.exclude(address__startswith=PAGE)
        .exclude(address__startswith=DOCUMENT)
        .exclude(checked_at__gt=now - TRIED_EVERY)
        .order_by(F("checked_at").asc(nulls_first=True), "pk")
    )
    for link in _few_of_each_host(due[: LINKS_A_ROUND * 5]):
        _write(link, _try(link.address), now=now)


def _few_of_each_host(links: Iterable[Link]) -> list[Link]:
    asked: Counter[str] = Counter()
    chosen = []
    for link in links:
        host = urlsplit(link.address).hostname or ""
        if asked[host] < LINKS_A_HOST or not host:
            asked[host] += 1
            chosen.append(link)
    return chosen[:LINKS_A_ROUND]


def _try(address: str) -> Finding:
    ours = address.removeprefix(settings.SITE_URL)
    if ours.startswith("/") and not ours.startswith("//"):
        status = own_pages.status_of(ours)
        return Finding(problem=Problem.NOT_FOUND if status >= 400 else Problem.NONE, status=status)
    return visit(address)


def _write(link: Link, finding: Finding, *, now: datetime) -> None:
    """One row: another page may hold the same address, and be checked another day."""
    Link.objects.filter(pk=link.pk).update(
        problem=finding.problem, status=finding.status, checked_at=now
    )


def _number(link: Link) -> int | None:
    digits = link.address.partition(":")[2]
    return int(digits) if digits.isdecimal() else None


def _problem_of_page(live: bool | None) -> str:
    if live is None:
        return Problem.PAGE_GONE
    return Problem.NONE if live else Problem.PAGE_UNPUBLISHED
