"""What is asked of people: as little as possible."""

from gardens.forms.board import NoticeForm, ReportForm
from gardens.forms.request import PlotRequestForm
from gardens.forms.rota import DoneForm, WishesForm
from gardens.forms.things import AskThingForm, OfferThingForm

__all__ = [
    "AskThingForm",
    "DoneForm",
    "NoticeForm",
    "OfferThingForm",
    "PlotRequestForm",
    "ReportForm",
    "WishesForm",
]
