"""What is asked of people: as little as possible."""

from gardens.forms.care import AnswerForm
from gardens.forms.enrol import EnrolForm
from gardens.forms.offer import AcceptForm
from gardens.forms.request import PlotRequestForm, WishesForm

__all__ = ["AcceptForm", "AnswerForm", "EnrolForm", "PlotRequestForm", "WishesForm"]
