"""The volunteers' screens of the hall's floor: its pitches, its landmarks, and who stands where on a day."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from commons.cms.desk import DeskViewSet
from market.models import Landmark, Pitch, Stall


class StallForm(WagtailAdminModelForm):
    """A stall of a day: only the pitches of that day's place can be chosen."""

    def __init__(self, *args: Any, place_id: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pitches = Pitch.objects.select_related("place")
        self.fields["pitch"].queryset = pitches.filter(place=place_id) if place_id else pitches

    class Meta:
        model = Stall
        fields = ["producer", "pitch"]


class MarketDayForm(WagtailAdminModelForm):
    """Tells its stalls the place: the one just chosen, else the one it had."""

    @property
    def place_id(self) -> Any:
        chosen = self.data.get(self.add_prefix("place")) if self.is_bound else None
        if chosen and chosen.isdecimal():
            return chosen
        return self.instance.place_id


class StallsPanel(InlinePanel):
    """The stalls of a day, each of them a StallForm."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name] |= {
            "form": StallForm,
            "inherit_kwargs": ["place_id"],
        }
        return options


def stalls_panel() -> StallsPanel:
    return StallsPanel(
        "stalls",
        panels=[FieldPanel("producer"), FieldPanel("pitch")],
        heading=_("Étals"),
        label=_("Étal"),
    )


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
