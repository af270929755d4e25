"""What is stored: rows that hold promises (workshop, session, booking, seat), then the pages that tell them."""

from workshops.models.booking import Booking, Seat
from workshops.models.session import Session, SessionQuerySet
from workshops.models.workshop import Workshop
from workshops.pages import WorkshopIndexPage, WorkshopPage  # after the rows: pages point to them

__all__ = [
    "Booking",
    "Seat",
    "Session",
    "SessionQuerySet",
    "Workshop",
    "WorkshopIndexPage",
    "WorkshopPage",
]
