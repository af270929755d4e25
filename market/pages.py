"""The pages that tell who sells. They hold no promise: products, prices and pitches are rows."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel

from commons.cms.models import StoryPage
from market.models.sellers import Producer


class ProducerIndexPage(StoryPage):
    """Everyone who sells under the hall, the nearest first."""

    subpage_types = ["market.ProducerPage"]
    max_count_per_parent = 1
    template = "market/producer_index_page.html"
    page_description = _("La liste de qui vend sous la halle, avec la distance de chaque ferme.")

    class Meta:
        verbose_name = _("page des producteurs et productrices")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from market import farms

        context = super().get_context(request, *args, **kwargs)
        context["farms"] = farms.around(at=timezone.now())
        return context


class ProducerPage(StoryPage):
    """A producer's story, told at length, above the facts that their rows hold."""

    producer = models.ForeignKey(
        Producer,
        verbose_name=_("producteur·rice"),
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Ses produits, ses jours et son emplacement s’affichent tout seuls."),
    )

    content_panels = [
        *StoryPage.content_panels[:1],
        FieldPanel("producer"),
        *StoryPage.content_panels[1:],
    ]
    parent_page_types = ["market.ProducerIndexPage"]
    subpage_types: list[str] = []
    template = "market/producer_page.html"
    page_description = _("L’histoire d’une ferme. Ses produits se règlent dans le menu Marché.")

    class Meta:
        verbose_name = _("page de producteur·rice")

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """Where every link to the producer leads, story or not: publishing one moves nothing."""
        parts = super().get_url_parts(request)
        if parts is None or parts[1] is None:
            return parts
        with override(self.locale.language_code):
            return (*parts[:2], self.producer.get_absolute_url())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.get_url(request) or self.producer.get_absolute_url())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """For the preview only: what is published is shown by the producer's own view."""
        from market import farms

        context = super().get_context(request, *args, **kwargs)
        context["farm"] = farms.seen(self.producer, at=timezone.now())
        return context
