"""What is asked of people: as little as possible."""

from gardens.forms.care import AnswerForm
from gardens.forms.enrol import EnrolForm
from gardens.forms.offer import AcceptForm
from gardens.forms.request import PlotRequestForm, WishesForm
from gardens.forms.sharing import AgreementForm, CallForm, CornerForm, DeclineForm, LeaveForm

__all__ = [
    "AcceptForm",
    "AgreementForm",
    "AnswerForm",
    "CallForm",
    "CornerForm",
    "DeclineForm",
    "EnrolForm",
    "LeaveForm",
    "PlotRequestForm",
    "WishesForm",
]
