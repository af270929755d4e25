"""What is erased, and when, as the forms promise; seats stay counted."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from workshops import paying
from workshops.models import Answer, Booking, FeedbackTicket, Seat, WaitingEntry
from workshops.rules.feedback import KEEP_NAMES_FOR, KEEP_NEEDS_FOR


def forget_old_bookings(*, now: datetime | None = None) -> int:
    """Erase who booked, who came and who waited, a year after the session. Returns how many bookings.

    Invitations to answer that nobody used go too; answers, which are nobody's, stay.
    """
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        WaitingEntry.objects.filter(session__ends_at__lt=now - KEEP_NAMES_FOR).delete()
        FeedbackTicket.objects.filter(session__ends_at__lt=now - KEEP_NAMES_FOR).delete()
        old = Booking.objects.filter(session__ends_at__lt=now - KEEP_NAMES_FOR).exclude(name="")
        forgotten = list(old.values_list("pk", flat=True))
        paying.forget(booking_ids=forgotten)
        Seat.objects.filter(booking__in=forgotten).update(name="")
        return Booking.objects.filter(pk__in=forgotten).update(
            name="", email="", phone="", guardian="", person=None
        )


def forget_needs(*, now: datetime | None = None) -> int:
    """Erase access needs and answers two days after the session: they served that day alone."""
    now = now or timezone.now()
    with transaction.atomic(durable=True):
        past = Booking.objects.filter(session__ends_at__lt=now - KEEP_NEEDS_FOR)
        Answer.objects.filter(booking__in=past).delete()
        return past.exclude(access_needs="").update(access_needs="")
