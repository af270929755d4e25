"""The volunteers' screens of the hall's floor: its pitches and its landmarks."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from commons.cms.desk import DeskViewSet
from market.models import Landmark, Pitch


class PitchDesk(DeskViewSet):
    """Where stalls can stand: their number and their rectangle on the plan."""

    model = Pitch
    icon = "grip"
    menu_label = _("Emplacements")
    list_display = ["number", "place", "kind", "power", "cold", "wheelchair_friendly"]
    list_filter = ["place", "kind", "power", "cold"]
    ordering = ["place", "number"]
    panels = [
        FieldRowPanel([FieldPanel("place"), FieldPanel("number")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("facing")]),
        FieldRowPanel([FieldPanel("x"), FieldPanel("y")], heading=_("Où")),
        FieldRowPanel([FieldPanel("width"), FieldPanel("height")], heading=_("Taille")),
        FieldRowPanel(
            [FieldPanel("power"), FieldPanel("cold"), FieldPanel("wheelchair_friendly")],
            heading=_("Ce qu’on y trouve"),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pitch]:
        return Pitch.objects.select_related("place")


class LandmarkDesk(DeskViewSet):
    model = Landmark
    icon = "tag"
    menu_label = _("Repères de la halle")
    list_display = ["kind", "place", "x", "y", "width", "height"]
    list_filter = ["place", "kind"]
    panels = [
        FieldRowPanel([FieldPanel("place"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("x"), FieldPanel("y")], heading=_("Où")),
        FieldRowPanel([FieldPanel("width"), FieldPanel("height")], heading=_("Taille")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Landmark]:
        return Landmark.objects.select_related("place")
