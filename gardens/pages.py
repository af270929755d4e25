"""The pages that tell gardens. They hold no promise: plots, tenancies and the waiting list are rows."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from commons.cms.models import StoryPage
from commons.cms.structured import Thing
from gardens.models.garden import Garden


class GardenIndexPage(StoryPage):
    """All gardens at a glance."""

    subpage_types = ["gardens.GardenPage"]
    trade = "gardens"
    max_count_per_parent = 1
    template = "gardens/garden_index_page.html"
    page_description = _("La liste des jardins, avec leurs parcelles libres.")

    class Meta:
        verbose_name = _("page des jardins")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from gardens import queries
        from gardens.plans import draw

        context = super().get_context(request, *args, **kwargs)
        pages = GardenPage.objects.live().child_of(self).order_by("title")
        shown = {page.garden_id: page for page in pages}
        glances = queries.glances(at=timezone.now(), garden_ids=shown)
        context["gardens"] = [(shown[g.garden.pk], g, draw(g)) for g in glances]
        return context

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Finds a published garden's page in one query, where Wagtail's own way takes two."""
        if len(path_components) == 1:
            slug = path_components[0]
            if page := GardenPage.objects.live().child_of(self).filter(slug=slug).first():
                page._cached_parent_obj = self  # treebeard's own memory, for the breadcrumbs
                return page.route(request, [])
        return super().route(request, path_components)


class GardenPage(StoryPage):
    """One garden's story, with its plan, its plots and the way into its waiting list."""

    garden = models.ForeignKey(
        Garden, verbose_name=_("jardin"), on_delete=models.PROTECT, related_name="pages"
    )

    content_panels = [
        *StoryPage.content_panels,
        FieldPanel("garden", help_text=_("Son plan s’affiche sous le texte.")),
    ]
    search_fields = [
        *StoryPage.search_fields,
        index.RelatedFields("garden", Garden.search_fields),
    ]
    parent_page_types = ["gardens.GardenIndexPage"]
    trade = "gardens"
    subpage_types: list[str] = []
    template = "gardens/garden_page.html"
    page_description = _("L’histoire d’un jardin. Ses parcelles se règlent dans le menu Jardins.")

    class Meta:
        verbose_name = _("page de jardin")

    @property
    def card_line(self) -> str:
        return self.garden.place.one_line

    def things(self, request: HttpRequest) -> tuple[Thing, ...]:
        from gardens.structured import garden

        path = self.get_url(request) or ""
        return (garden(self.garden, path=path, description=self.search_description or self.lead),)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from gardens import queries
        from gardens.plans import draw
        from gardens.words import say_criteria

        (glance,) = queries.glances(at=timezone.now(), garden_ids=[self.garden_id])
        self.garden = (
            glance.garden
        )  # read with its place, which what the page tells of itself names
        context = super().get_context(request, *args, **kwargs)
        context["glance"] = glance
        context["plan"] = draw(glance)
        context["head_starts"] = say_criteria(glance.criteria)
        context["picked"] = queries.picked_now(self.garden_id, on=timezone.localdate())
        return context
