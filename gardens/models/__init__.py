"""What is stored: rows that hold promises (garden, plot, tenancy, request), then the pages that tell them."""

from gardens.models.garden import Feature, Garden, Plot, PlotQuerySet
from gardens.models.growing import Growing, Harvest, Surplus
from gardens.models.request import PlotRequest, PlotRequestQuerySet
from gardens.models.tenancy import Tenancy, TenancyQuerySet
from gardens.pages import GardenIndexPage, GardenPage  # after the rows: pages point to them

__all__ = [
    "Feature",
    "Garden",
    "GardenIndexPage",
    "GardenPage",
    "Growing",
    "Harvest",
    "Plot",
    "PlotQuerySet",
    "PlotRequest",
    "PlotRequestQuerySet",
    "Surplus",
    "Tenancy",
    "TenancyQuerySet",
]
