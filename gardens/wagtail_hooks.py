from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from gardens.desk import GardensDesk, plan_urls, urls
from gardens.desk.buttons import buttons_of

register_snippet(GardensDesk)


@hooks.register("register_admin_urls")
def open_the_screens_of_gardens() -> list[URLPattern | URLResolver]:
    return [
        path("jardins/", include((urls, "gardens_desk"))),
        path("jardins/", include((plan_urls, "gardens_plan"))),
    ]


@hooks.register("register_snippet_listing_buttons")
def offer_what_is_done_to_a_plot(row: Any, user: Any, next_url: str | None = None) -> list[Button]:
    return buttons_of(row, user)
