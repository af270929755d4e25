from django.urls import include, path

from content import views

app_name = "content"
urlpatterns = [
    path("agenda.ics", views.agenda_file, name="agenda_file"),
    path("styleguide/", include("content.styleguide.urls")),
]
