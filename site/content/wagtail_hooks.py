"""Where the roles meet Wagtail's desk: its screens, its home, its menu, its colours."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.snippets.models import register_snippet

from commons.cms.reports import BrokenLinks, PicturesWithoutWords
from content.checker import Checker
from content.desk import MessagesDesk, PagesDesk
from content.desk_home import WaitingPanel

# Nobody's: help in English, and a list of all tables that the trades' own menus make useless.
NOBODYS = {"help", "snippets"}
# Of reports, what whoever writes can mend, then what a reader of pages needs; the rest is about the machine.
WRITERS_REPORTS = {PicturesWithoutWords.index_url_name, BrokenLinks.index_url_name}
REVIEWERS_REPORTS = {"locked-pages", "workflows", "aging-pages"}
RULES_ROLES = "auth.change_group"
READS_REPORTS = "wagtailredirects.change_redirect"

register_snippet(PagesDesk)
register_snippet(MessagesDesk)


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [WaitingPanel()]


@hooks.register("construct_homepage_summary_items")
def count_nothing(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and pictures there are helps nobody."""
    items.clear()


@hooks.register("construct_main_menu")
def show_each_role_its_menu(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in NOBODYS]


@hooks.register("construct_reports_menu")
def show_reports_that_help(request: HttpRequest, menu_items: list[Any]) -> None:
    if request.user.has_perm(RULES_ROLES):
        return
    shown = set(WRITERS_REPORTS)
    if request.user.has_perm(READS_REPORTS):
        shown |= REVIEWERS_REPORTS
    menu_items[:] = [item for item in menu_items if item.name in shown]


@hooks.register("insert_global_admin_css")
def dress_the_desk() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))


@hooks.register("construct_wagtail_userbar")
def check_with_our_rules(request: HttpRequest, items: list[Any], page: Any) -> None:
    items[:] = [Checker() if isinstance(item, ContentCheckerItem) else item for item in items]
