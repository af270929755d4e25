"""Gardens, their plots and landmarks, and who holds what."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from commons.cms.desk import DeskViewSet
from gardens.desk import help as desk_help
from gardens.desk.buttons import PlanColumn
from gardens.desk.surfaces import PlotCreateView, PlotEditView
from gardens.models import Feature, Garden, Plot, Tenancy
from gardens.queries import plots_standing


class GardenDesk(DeskViewSet):
    model = Garden
    icon = "site"
    menu_label = _("Jardins")
    help_texts = desk_help.GARDEN
    list_display = ["name_fr", "place", PlanColumn("plan", label=_("Plan"))]
    search_fields = ["name_fr", "name_en"]
    search_backend_name = None  # its filters are not in the search index
    panels = [
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")], heading=_("Nom")),
        FieldRowPanel([FieldPanel("place"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("plan_width"), FieldPanel("plan_height")], heading=_("Plan")),
        MultiFieldPanel(
            [FieldPanel("criteria"), FieldPanel("criteria_en")], heading=_("Liste d’attente")
        ),
        MultiFieldPanel([FieldPanel("matches_by_itself")], heading=_("Partage")),
        MultiFieldPanel(
            [FieldPanel("zone"), FieldPanel("climate"), FieldPanel("climate_en")],
            heading=_("Climat"),
        ),
    ]


class PlotDesk(DeskViewSet):
    """How a plot stands is not a field: its tenancies say it, and so nothing can contradict them."""

    model = Plot
    edit_view_class = PlotEditView
    add_view_class = PlotCreateView
    icon = "grip"
    menu_label = _("Parcelles")
    help_texts = desk_help.PLOT
    list_display = [
        "__str__",
        "kind",
        Column("tenants", label=_("foyers")),
        "parts",
        "surface_m2",
        "raised_bed",
    ]
    list_filter = ["garden", "kind", "raised_bed"]
    panels = [
        FieldRowPanel([FieldPanel("garden"), FieldPanel("number")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("parts")]),
        FieldRowPanel([FieldPanel("surface_m2"), FieldPanel("sun"), FieldPanel("raised_bed")]),
        MultiFieldPanel(
            [FieldPanel("soil"), FieldPanel("soil_note"), FieldPanel("soil_note_en")],
            heading=_("Sol"),
        ),
        InlinePanel(
            "pictures",
            panels=[
                FieldPanel("picture"),
                FieldPanel("taken_on"),
                FieldRowPanel([FieldPanel("words"), FieldPanel("words_en")]),
            ],
            heading=_("Photos, saison après saison"),
            label=_("Photo"),
        ),
        FieldPanel("outline"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Plot]:
        return plots_standing(at=timezone.now()).select_related("garden")


class FeatureDesk(DeskViewSet):
    model = Feature
    icon = "tag"
    menu_label = _("Repères du plan")
    help_texts = desk_help.FEATURE
    list_display = ["garden", "kind", "x", "y", "width", "height"]
    list_filter = ["garden", "kind"]
    panels = [
        FieldRowPanel([FieldPanel("garden"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("x"), FieldPanel("y")], heading=_("Où")),
        FieldRowPanel([FieldPanel("width"), FieldPanel("height")], heading=_("Taille")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Feature]:
        return Feature.objects.select_related("garden")


class TenancyDesk(DeskViewSet):
    model = Tenancy
    icon = "key"
    menu_label = _("Attributions")
    help_texts = desk_help.TENANCY
    list_display = ["plot", "part", "household", "starts_on", "ends_on", "state"]
    list_filter = ["state", "plot__garden"]
    panels = [
        FieldRowPanel([FieldPanel("plot"), FieldPanel("part")]),
        FieldPanel("household"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("state"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tenancy]:
        return Tenancy.objects.select_related("plot__garden", "household")
