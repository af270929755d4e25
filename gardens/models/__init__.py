"""What is stored: rows that hold promises (garden, plot, tenancy, request), then the pages that tell them."""

from gardens.models.change import PlotChange
from gardens.models.feature import Feature
from gardens.models.garden import Garden, Plot, PlotQuerySet
from gardens.models.picture import PlotPicture
from gardens.models.request import PlotRequest, PlotRequestQuerySet
from gardens.models.tenancy import Tenancy, TenancyQuerySet
from gardens.pages import GardenIndexPage, GardenPage  # after the rows: pages point to them

__all__ = [
    "Feature",
    "Garden",
    "GardenIndexPage",
    "GardenPage",
    "Plot",
    "PlotChange",
    "PlotPicture",
    "PlotQuerySet",
    "PlotRequest",
    "PlotRequestQuerySet",
    "Tenancy",
    "TenancyQuerySet",
]
