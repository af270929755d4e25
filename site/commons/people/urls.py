from django.urls import path

from commons.people import views

app_name = "people"
urlpatterns = [
    path("", views.account, name="account"),
    path("agenda/", views.change_calendar_address, name="change_calendar_address"),
]
