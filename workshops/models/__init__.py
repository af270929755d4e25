"""What is stored: rows that hold promises (workshop, session, booking, seat), then the pages that tell them."""

from workshops.models.asked import PriceTier, Question
from workshops.models.booking import Answer, Booking, Seat, SeatQuerySet
from workshops.models.circular import Circular, CircularCopy
from workshops.models.counting import SessionQuerySet
from workshops.models.cycle import Cycle
from workshops.models.feedback import Feedback, FeedbackTicket
from workshops.models.logbook import LogLine
from workshops.models.session import Session
from workshops.models.topic import Topic
from workshops.models.waiting import Offer, WaitingEntry
from workshops.models.workshop import Workshop
from workshops.pages import WorkshopIndexPage, WorkshopPage  # after the rows: pages point to them

__all__ = [
    "Answer",
    "Booking",
    "Circular",
    "CircularCopy",
    "Cycle",
    "Feedback",
    "FeedbackTicket",
    "LogLine",
    "Offer",
    "PriceTier",
    "Question",
    "Seat",
    "SeatQuerySet",
    "Session",
    "SessionQuerySet",
    "Topic",
    "WaitingEntry",
    "Workshop",
    "WorkshopIndexPage",
    "WorkshopPage",
]
