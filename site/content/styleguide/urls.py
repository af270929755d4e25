from django.urls import path

from content.styleguide import views

urlpatterns = [
    path("", views.styleguide, name="styleguide"),
    path("courriels/<path:name>/html/", views.mail_html, name="styleguide_mail_html"),
    path("courriels/<path:name>/", views.mail, name="styleguide_mail"),
]
