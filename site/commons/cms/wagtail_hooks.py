"""Where the site joins Wagtail."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page


@hooks.register("before_serve_page")
def remember_page(page: Page, request: HttpRequest, *_args: Any) -> None:
    """The frame of the page needs it, to link to the same page in the other language."""
    request.wagtail_page = page  # type: ignore[attr-defined]
