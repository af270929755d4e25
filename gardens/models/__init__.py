"""What is stored: rows that hold promises (garden, plot, tenancy, request…), then the pages that tell them."""

from gardens.models.agreement import AgreementChange, SharingAgreement
from gardens.models.board import Notice, NoticeQuerySet
from gardens.models.care import CareCase, CareStep
from gardens.models.change import PlotChange
from gardens.models.charter import Charter, Signature
from gardens.models.criterion import Criterion
from gardens.models.duty import Duty, DutyQuerySet, Swap, Wishes
from gardens.models.feature import Feature
from gardens.models.garden import Garden, Plot, PlotQuerySet
from gardens.models.growing import Growing, Harvest, Surplus
from gardens.models.log import LogLine
from gardens.models.offer import PlotOffer, PlotOfferQuerySet
from gardens.models.picture import PlotPicture
from gardens.models.request import PlotRequest, PlotRequestQuerySet
from gardens.models.rota import CallOff, Chore, RestDay, Turn, TurnQuerySet
from gardens.models.season import Enrolment, FeeTier, Season
from gardens.models.sharing import Corner, Match, Side
from gardens.models.tenancy import Tenancy, TenancyQuerySet
from gardens.models.things import Key, KeyHandover, Loan, Thing
from gardens.pages import GardenIndexPage, GardenPage

__all__ = [
    "AgreementChange",
    "CallOff",
    "CareCase",
    "CareStep",
    "Charter",
    "Chore",
    "Corner",
    "Criterion",
    "Duty",
    "DutyQuerySet",
    "Enrolment",
    "Feature",
    "FeeTier",
    "Garden",
    "GardenIndexPage",
    "GardenPage",
    "Growing",
    "Harvest",
    "Key",
    "KeyHandover",
    "Loan",
    "LogLine",
    "Match",
    "Notice",
    "NoticeQuerySet",
    "Plot",
    "PlotChange",
    "PlotOffer",
    "PlotOfferQuerySet",
    "PlotPicture",
    "PlotQuerySet",
    "PlotRequest",
    "PlotRequestQuerySet",
    "RestDay",
    "Season",
    "SharingAgreement",
    "Side",
    "Signature",
    "Surplus",
    "Swap",
    "Tenancy",
    "TenancyQuerySet",
    "Thing",
    "Turn",
    "TurnQuerySet",
    "Wishes",
]
