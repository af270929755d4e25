"""The places where things happen, and their list."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from commons.cms.models import StoryPage
from content import agenda


class PlaceIndexPage(StoryPage):
    """The places where things happen."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.PlacePage"]
    max_count_per_parent = 1
    page_description = _("La liste des lieux où l’on se retrouve.")

    class Meta:
        verbose_name = _("liste des lieux")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["places"] = PlacePage.objects.child_of(self).live().select_related("place")
        return context


class PlacePage(StoryPage):
    """The story of a place; its address and what it can hold are the row's."""

    place = models.ForeignKey(
        "places.Place", verbose_name=_("lieu"), on_delete=models.PROTECT, related_name="+"
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        FieldPanel("place", help_text=_("Donne l’adresse, et ce qui s’y passe bientôt.")),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["content.PlaceIndexPage"]
    subpage_types: list[str] = []
    page_description = _("L’histoire d’un lieu, et comment y venir.")

    class Meta:
        verbose_name = _("lieu")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["entries"] = agenda.coming_at(self.place, now=timezone.now())
        return context
