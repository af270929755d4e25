"""Where the site joins Wagtail."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page


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
