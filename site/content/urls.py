from django.urls import path

from content import views

app_name = "content"
urlpatterns = [
    path("agenda.ics", views.agenda_file, name="agenda_file"),
    path("chercher/", views.search, name="search"),
    path("chercher/suggestions/", views.suggestions, name="suggestions"),
]
