"""What is asked of people: as little as possible."""

from gardens.forms.growing import BringForm, GrowingForm, HarvestForm, PlantForm, SurplusForm
from gardens.forms.request import PlotRequestForm

__all__ = [
    "BringForm",
    "GrowingForm",
    "HarvestForm",
    "PlantForm",
    "PlotRequestForm",
    "SurplusForm",
]
