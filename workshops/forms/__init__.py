"""What is asked of people: as little as possible."""

from workshops.forms.booking import AddSeatsForm, BookingForm, OfferForm, RenameForm
from workshops.forms.feedback import FeedbackForm
from workshops.forms.waiting import WaitingForm

__all__ = ["AddSeatsForm", "BookingForm", "FeedbackForm", "OfferForm", "RenameForm", "WaitingForm"]
