from django.urls import path

from commons.payments import views

app_name = "payments"
urlpatterns = [path("evenements/", views.provider_event, name="provider_event")]
