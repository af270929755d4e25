"""The pages that tell workshops. They hold no promise: dates, seats and prices are rows."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from commons.cms.models import StoryPage
from workshops import impressions
from workshops.choice import read_choice
from workshops.models.cycle import Cycle
from workshops.models.session import Session
from workshops.models.workshop import Workshop

SESSIONS_PER_PAGE = 24


class WorkshopIndexPage(StoryPage):
    """All coming sessions, and the workshops they belong to."""

    subpage_types = ["workshops.WorkshopPage"]
    trade = "workshops"
    max_count_per_parent = 1
    template = "workshops/workshop_index_page.html"
    page_description = _("La liste des ateliers et de leurs prochaines séances.")

    class Meta:
        verbose_name = _("page des ateliers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        choice = read_choice(request.GET)
        sessions = choice.apply(Session.objects.upcoming(at=timezone.now()).for_screens())
        context["choice"] = choice
        context["sessions"] = Paginator(sessions, SESSIONS_PER_PAGE).get_page(
            request.GET.get("page")
        )
        context["workshop_pages"] = (
            WorkshopPage.objects.live().child_of(self).select_related("workshop").order_by("title")
        )
        return context


class WorkshopPage(StoryPage):
    """One workshop's story, beside its coming sessions."""

    workshop = models.ForeignKey(
        Workshop, verbose_name=_("atelier"), on_delete=models.PROTECT, related_name="pages"
    )

    content_panels = [
        *StoryPage.content_panels,
        FieldPanel("workshop", help_text=_("Ses séances s’affichent sous le texte.")),
    ]
    search_fields = [
        *StoryPage.search_fields,
        index.RelatedFields("workshop", Workshop.search_fields),
    ]
    parent_page_types = ["workshops.WorkshopIndexPage"]
    trade = "workshops"
    subpage_types: list[str] = []
    template = "workshops/workshop_page.html"
    page_description = _("L’histoire d’un atelier. Ses séances se règlent dans le menu Ateliers.")

    class Meta:
        verbose_name = _("page d’atelier")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        upcoming = Session.objects.upcoming(at=timezone.now()).for_screens()
        context["sessions"] = list(
            upcoming.filter(workshop=self.workshop_id).select_related("cycle")
        )
        context["cycles"] = cycles_of(context["sessions"])
        context["tiers"] = self.workshop.tiers.all()
        context["impressions"] = impressions.of_workshop(self.workshop_id)
        return context


def cycles_of(sessions: Iterable[Session]) -> list[tuple[Cycle, list[Session]]]:
    """The cycles that sessions belong to, each with its own, in the order they start."""
    found: dict[Cycle, list[Session]] = {}
    for session in sessions:
        if session.cycle:
            found.setdefault(session.cycle, []).append(session)
    return list(found.items())
