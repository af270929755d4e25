"""The site's addresses, as MODE=demo has them."""

from django.urls import include, path

from config.urls import urlpatterns as site_urlpatterns

urlpatterns = [path("demo/", include("demo.urls")), *site_urlpatterns]
