"""What is asked of people: as little as possible."""

from gardens.forms.request import PlotRequestForm
from gardens.forms.sharing import AgreementForm, CallForm, CornerForm, DeclineForm, LeaveForm

__all__ = [
    "AgreementForm",
    "CallForm",
    "CornerForm",
    "DeclineForm",
    "LeaveForm",
    "PlotRequestForm",
]
