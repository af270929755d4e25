"""Where the site joins Wagtail."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from commons.cms.places_desk import PlaceDesk
from commons.cms.reports import BrokenLinks, PicturesWithoutWords

register_snippet(PlaceDesk)


@hooks.register("before_serve_page")
def remember_page(page: Page, request: HttpRequest, *_args: Any) -> None:
    """The frame of the page needs it, to link to the same page in the other language."""
    request.wagtail_page = page  # type: ignore[attr-defined]


@hooks.register("before_delete_snippet")
def keep_what_is_only_read(request: HttpRequest, rows: Iterable[Any]) -> None:
    """Deleting a selection asks Django alone for its permission: the desk's own policy must agree."""
    for row in rows:
        policy = row.snippet_viewset.permission_policy
        if not policy.user_has_permission_for_instance(request.user, "delete", row):
            raise PermissionDenied


REPORTS = (
    (PicturesWithoutWords, "rapports/images/", "image"),
    (BrokenLinks, "rapports/liens/", "link"),
)


@hooks.register("register_admin_urls")
def report_addresses() -> list[URLPattern]:
    whole = [
        path(address, report.as_view(), name=report.index_url_name)
        for report, address, _icon in REPORTS
    ]
    parts = [
        path(
            f"{address}resultats/",
            report.as_view(results_only=True),
            name=report.index_results_url_name,
        )
        for report, address, _icon in REPORTS
    ]
    return whole + parts


class ReportItem(MenuItem):
    """For those who write pages: they can mend what the report shows."""

    def is_shown(self, request: HttpRequest) -> bool:
        shown: bool = page_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "publish"]
        )
        return shown


@hooks.register("register_reports_menu_item")
def pictures_item() -> ReportItem:
    return _item(*REPORTS[0], order=500)


@hooks.register("register_reports_menu_item")
def links_item() -> ReportItem:
    return _item(*REPORTS[1], order=510)


def _item(report: type[ReportView], _address: str, icon: str, *, order: int) -> ReportItem:
    return ReportItem(
        report.page_title,
        reverse(report.index_url_name),
        name=report.index_url_name,
        icon_name=icon,
        order=order,
    )
