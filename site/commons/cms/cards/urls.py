from django.urls import path

from commons.cms.cards import views

app_name = "cards"
urlpatterns = [
    path("<slug:kind>/<slug:key>/<slug:fingerprint>.png", views.card, name="card"),
]
