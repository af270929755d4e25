from django.urls import path

from content import views

app_name = "content"
urlpatterns = [
    path("agenda.ics", views.agenda_file, name="agenda_file"),
]
