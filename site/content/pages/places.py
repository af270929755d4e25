"""The places where things happen, and their list."""

from typing import Any

from django.core.cache import cache
from django.db import models
from django.forms import Select
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from commons.cms.models import StoryPage
from commons.cms.structured import Thing
from content import agenda, structured
from content.pages.agenda import AgendaPage

KEEP_ADDRESS_SECONDS = 300


class PlaceIndexPage(StoryPage):
    """The places where things happen."""

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.PlacePage"]
    max_count_per_parent = 1
    page_description = _("La liste des lieux du collectif.")

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
    opening = models.TextField(
        _("ouverture"), blank=True, help_text=_("Quand la porte est ouverte, jour par jour.")
    )
    by_transit = models.TextField(
        _("en bus, en tram"),
        blank=True,
        help_text=_("La ligne, l’arrêt, et le chemin à pied depuis lui."),
    )
    by_bike = models.TextField(
        _("à vélo"), blank=True, help_text=_("Par où arriver, où l’attacher.")
    )
    wheelchair = models.TextField(
        _("en fauteuil, avec une poussette"),
        blank=True,
        help_text=_("Portes, pentes, marches, toilettes : ce qui passe et ce qui ne passe pas."),
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        # A plain list: who writes pages keeps no rows of places.
        FieldPanel(
            "place",
            widget=Select,
            help_text=_("Donne l’adresse, et ce qui s’y passe bientôt."),
        ),
        *StoryPage.content_panels[1:],
        MultiFieldPanel(
            [
                FieldPanel("opening"),
                FieldPanel("by_transit"),
                FieldPanel("by_bike"),
                FieldPanel("wheelchair"),
            ],
            heading=_("Y venir"),
        ),
    ]
    search_fields = [
        *StoryPage.search_fields,
        index.SearchField("opening"),
        index.SearchField("wheelchair"),
    ]
    parent_page_types = ["content.PlaceIndexPage"]
    subpage_types: list[str] = []
    page_description = _("L’histoire d’un lieu, comment y venir, ce qui s’y passe.")

    class Meta:
        verbose_name = _("lieu")

    @property
    def card_line(self) -> str:
        return f"{self.place.address}, {self.place.city}"

    def things(self, request: HttpRequest) -> tuple[Thing, ...]:
        path = self.get_url(request) or ""
        told = structured.place(
            self.place, path=path, description=self.search_description or self.lead
        )
        return (told,)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        chosen = agenda.Choice(place=agenda.word_of(self.place.name))
        return {
            **context,
            "entries": agenda.coming_at(self.place, now=timezone.now()),
            "agenda_url": _agenda_url(self.locale_id, request),
            "agenda_query": chosen.query(),
        }


def _agenda_url(locale_id: int, request: HttpRequest) -> str:
    """Kept a while: it is asked on each place, and moves once in ten years."""
    return (
        cache.get_or_set(
            f"agenda:url:{locale_id}",
            lambda: _find_agenda_url(locale_id, request),
            KEEP_ADDRESS_SECONDS,
        )
        or ""
    )


def _find_agenda_url(locale_id: int, request: HttpRequest) -> str:
    page = AgendaPage.objects.live().filter(locale_id=locale_id).first()
    return (page.get_url(request) if page else "") or ""
