from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from workshops.desk import WorkshopsDesk, urls

register_snippet(WorkshopsDesk)


@hooks.register("register_admin_urls")
def open_the_screens_of_sessions() -> list[URLPattern | URLResolver]:
    return [path("ateliers/", include((urls, "workshops_desk")))]
