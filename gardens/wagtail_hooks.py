from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from gardens.desk import GardensDesk, urls

register_snippet(GardensDesk)


@hooks.register("register_admin_urls")
def open_the_screens_of_gardens() -> list[URLPattern | URLResolver]:
    return [path("jardins/", include((urls, "gardens_desk")))]
