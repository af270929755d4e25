"""What is stored: rows that hold promises (garden, plot, tenancy, request), then the pages that tell them."""

from gardens.models.board import Notice, NoticeQuerySet
from gardens.models.duty import Duty, DutyQuerySet, Swap, Wishes
from gardens.models.garden import Feature, Garden, Plot, PlotQuerySet
from gardens.models.request import PlotRequest, PlotRequestQuerySet
from gardens.models.rota import CallOff, Chore, RestDay, Turn, TurnQuerySet
from gardens.models.tenancy import Tenancy, TenancyQuerySet
from gardens.models.things import Key, KeyHandover, Loan, Thing
from gardens.pages import GardenIndexPage, GardenPage  # after the rows: pages point to them

__all__ = [
    "CallOff",
    "Chore",
    "Duty",
    "DutyQuerySet",
    "Feature",
    "Garden",
    "GardenIndexPage",
    "GardenPage",
    "Key",
    "KeyHandover",
    "Loan",
    "Notice",
    "NoticeQuerySet",
    "Plot",
    "PlotQuerySet",
    "PlotRequest",
    "PlotRequestQuerySet",
    "RestDay",
    "Swap",
    "Tenancy",
    "TenancyQuerySet",
    "Thing",
    "Turn",
    "TurnQuerySet",
    "Wishes",
]
