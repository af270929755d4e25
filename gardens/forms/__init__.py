"""What is asked of people: as little as possible."""

from gardens.forms.enrol import EnrolForm
from gardens.forms.request import PlotRequestForm

__all__ = ["EnrolForm", "PlotRequestForm"]
