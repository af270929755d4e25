"""What is asked of people: as little as possible."""

from gardens.forms.board import NoticeForm, ReportForm
from gardens.forms.care import AnswerForm
from gardens.forms.enrol import EnrolForm
from gardens.forms.growing import BringForm, GrowingForm, HarvestForm, PlantForm, SurplusForm
from gardens.forms.offer import AcceptForm
from gardens.forms.request import PlotRequestForm, WishesForm
from gardens.forms.rota import DoneForm, TurnWishesForm
from gardens.forms.sharing import AgreementForm, CallForm, CornerForm, DeclineForm, LeaveForm
from gardens.forms.things import AskThingForm, OfferThingForm

__all__ = [
    "AcceptForm",
    "AgreementForm",
    "AnswerForm",
    "AskThingForm",
    "BringForm",
    "CallForm",
    "CornerForm",
    "DeclineForm",
    "DoneForm",
    "EnrolForm",
    "GrowingForm",
    "HarvestForm",
    "LeaveForm",
    "NoticeForm",
    "OfferThingForm",
    "PlantForm",
    "PlotRequestForm",
    "ReportForm",
    "SurplusForm",
    "TurnWishesForm",
    "WishesForm",
]
