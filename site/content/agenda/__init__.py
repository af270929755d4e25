"""What is on, in every trade: week after week, month by month, and as a calendar to subscribe to."""

from content.agenda.choice import Choice, word_of
from content.agenda.gathering import coming_at, for_calendars, gather, of_person
from content.agenda.month import Month, read_month
from content.agenda.weeks import Weeks, read_weeks

__all__ = [
    "Choice",
    "Month",
    "Weeks",
    "coming_at",
    "for_calendars",
    "gather",
    "of_person",
    "read_month",
    "read_weeks",
    "word_of",
]
