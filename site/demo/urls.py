from django.urls import path

from demo import views

app_name = "demo"
urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<int:mail_id>/", views.mail, name="mail"),
    path("inbox/<int:mail_id>/html/", views.mail_html, name="mail_html"),
    path("inbox/piece/<int:attachment_id>/", views.attachment, name="attachment"),
]
