from django.urls import include, path

from content import feeds
from content.views import calendars, enquiries, finding

app_name = "content"
urlpatterns = [
    path("agenda.ics", calendars.agenda_file, name="agenda_file"),
    path("compte/agenda/<str:secret>.ics", calendars.own_calendar, name="own_calendar"),
    path("articles.rss", feeds.ArticlesRss(), name="articles_rss"),
    path("articles.atom", feeds.ArticlesAtom(), name="articles_atom"),
    path("contact/envoyer/", enquiries.contact, name="contact"),
    path("partenaires/<slug:slug>/", enquiries.partner, name="partner"),
    path("chercher/", finding.search, name="search"),
    path("chercher/suggestions/", finding.suggestions, name="suggestions"),
    path("styleguide/", include("content.styleguide.urls")),
]
