"""Every address of the site. Pages of the tree come last: what no view claims is theirs."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config import health
from content.views import crawlers

handler500 = "config.errors.server_error"

# Wagtail's own sign-in forms know neither the second factor nor the limit of tries: ours stands before them.
our_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

# Doors that speak no language: machines use them.
urlpatterns = [
    path("healthz", health.healthz),
    path("robots.txt", crawlers.robots_file),
    path("sitemap.xml", crawlers.sitemap_file),
    path("paiements/", include("commons.payments.urls")),
    path("documents/", include(wagtaildocs_urls)),
]

if not settings.PRODUCTION:
    # In production the proxy serves what volunteers upload.
    media = {"document_root": settings.MEDIA_ROOT}
    urlpatterns += [path("media/<path:path>", serve, media)]

if settings.DEMO:
    urlpatterns += [path("demo/", include("demo.urls"))]

urlpatterns += i18n_patterns(
    path("gestion/login/", our_sign_in),
    path("_util/login/", our_sign_in),
    path("gestion/", include("content.desk_urls")),
    path("gestion/", include(wagtailadmin_urls)),
    path("connexion/", include("allauth.urls")),
    path("compte/", include("commons.people.urls")),
    path("ateliers/", include("workshops.urls")),
    path("marche/", include("market.urls")),
    path("jardins/", include("gardens.urls")),
    path("partage/", include("commons.cms.cards.urls")),
    path("", include("content.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
