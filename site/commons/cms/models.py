"""What every page of the site shares."""

from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from commons.cms.blocks import BodyBlock
from commons.cms.cards import Card, number
from commons.cms.forms import StoryForm
from commons.cms.links.models import Link
from commons.cms.pictures import Picture, Rendition
from commons.cms.sharing import Sharing
from commons.cms.structured import Thing

__all__ = ["Link", "Picture", "Rendition", "StoryPage"]

# The pictogram that stands for a drawing at the head of a page.
PICTOGRAMS = {
    "hall": "halle",
    "garden": "beche",
    "seedlings": "semis",
    "pruning": "outil",
    "compost": "compost",
    "kitchen": "cuisine",
    "baskets": "panier",
    "bikes": "velo",
}

# Wagtail's root is 1, a language's home 2, what the menu leads to 3.
TOP_DEPTH = 3

# The preview of the other language.
TRANSLATION = "translation"


class StoryPage(Page):
    """A page that tells something: a lead sentence, an illustration of the house, a body of blocks.

    It tells the story only: capacity, price and dates live in plain rows, outside revisions, so that restoring
    an old draft can never change a promise.
    """

    class Illustration(models.TextChoices):
        """Drawings of the house, in static/illustrations."""

        NONE = "", _("aucune")
        HALL = "hall", _("la halle")
        GARDEN = "garden", _("le jardin")
        SEEDLINGS = "seedlings", _("les semis")
        PRUNING = "pruning", _("la taille")
        COMPOST = "compost", _("le compost")
        KITCHEN = "kitchen", _("la cuisine")
        BASKETS = "baskets", _("les paniers")
        BIKES = "bikes", _("les vélos")

    lead = models.CharField(
        _("chapeau"), max_length=300, blank=True, help_text=_("Une ou deux phrases sous le titre.")
    )
    illustration = models.CharField(
        _("dessin"), max_length=20, choices=Illustration.choices, blank=True
    )
    photo = models.ForeignKey(
        Picture,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Elle prend la place du dessin. Sa description se règle dans les images."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("texte"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel(
            "illustration",
            help_text=_("Un dessin de la maison, en tête de page et dans les listes."),
        ),
        FieldPanel("photo"),
        FieldPanel(
            "body",
            help_text=_("Ajoutez des blocs avec « + » ; on les déplace et les efface à gauche."),
        ),
    ]
    base_form_class = StoryForm
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]
    show_in_menus_default = False
    # Every page is public: what is not ready stays a draft. So no page asks who may see it.
    private_page_options: list[str] = []
    # The colour it is painted in; what Open Graph calls it.
    trade = ""
    sharing_kind = "website"

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["crumbs"] = self._crumbs(request)
        context["sharing"] = self._sharing(request)
        return context

    def things(self, request: HttpRequest) -> tuple[Thing, ...]:
        """What the page speaks of, in schema.org's words; a kind of page that speaks of nothing has none."""
        return ()

    @property
    def card(self) -> Card:
        """The picture shown with its link."""
        return Card(
            kind="page",
            key=str(self.pk),
            title=self.card_title,
            line=self.card_line,
            trade=self.trade,
            pictogram=self.pictogram or "halle",
        )

    @property
    def card_title(self) -> str:
        return self.seo_title or self.title

    @property
    def card_line(self) -> str:
        """Where and when, under the title of the picture."""
        return ""

    def _sharing(self, request: HttpRequest) -> Sharing:
        return Sharing(
            title=self.card_title,
            description=self.search_description or self.lead,
            card=self.card,
            things=self.things(request),
            kind=self.sharing_kind,
        )

    @cached_property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """This page; and its translation, so that one is written beside the other."""
        modes: list[tuple[str, Any]] = [("", _("cette page"))]
        return [*modes, (TRANSLATION, _("sa traduction"))] if self._twin else modes

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        return [
            {
                "name": "phone",
                "icon": "mobile-alt",
                "device_width": 360,
                "label": _("Aperçu sur téléphone"),
            },
            {
                "name": "desktop",
                "icon": "desktop",
                "device_width": 1280,
                "label": _("Aperçu sur ordinateur"),
            },
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name != TRANSLATION or self._twin is None:
            return super().serve_preview(request, mode_name)
        with translation.override(self._twin.locale.language_code):
            response: HttpResponse = self._twin.serve_preview(request, "")
            # Now: once we leave, words would be in the language of the page being edited.
            return response.render()  # type: ignore[attr-defined]

    @property
    def pictogram(self) -> str:
        """What stands in the head of the page, small: the subject of its drawing, or nothing."""
        return PICTOGRAMS.get(self.illustration, "")

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        return PageViewRestriction.objects.none()

    @cached_property
    def _twin(self) -> "StoryPage | None":
        """The latest draft of the page in the other language."""
        twin = self.get_translations().first() if self.pk else None
        return twin.get_latest_revision_as_object() if twin else None

    def _crumbs(self, request: HttpRequest) -> list[dict[str, str]]:
        """The list this page comes from, and the page; none for what the menu already leads to."""
        if self.depth <= TOP_DEPTH:
            return []
        parent = self.get_parent()
        return [
            {"title": parent.title, "url": parent.get_url(request) or ""},
            {"title": self.title, "url": ""},
        ]


def load_card(key: str) -> Card | None:
    """The picture of a published page."""
    found = Page.objects.live().filter(pk=number(key) or 0).specific().first()
    return found.card if isinstance(found, StoryPage) else None
