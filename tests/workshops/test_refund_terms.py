"""Until when a seat given back is paid back, whatever happens to its session."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from commons.payments.models import Payment, Refund
from tests.workshops.factories import SessionFactory, WorkshopFactory, book
from workshops.actions import cancel_booking, move_session
from workshops.models import Booking, Seat
from workshops.rules.prices import refunded_until

NOON = datetime(2026, 10, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts_in", "moved", "until_in"),
    [
        (timedelta(days=9), False, timedelta(days=7)),
        (timedelta(hours=30), False, timedelta(hours=-18)),
        (timedelta(days=9), True, timedelta(days=7)),
        (timedelta(days=3), True, timedelta(days=2)),
        (timedelta(hours=30), True, timedelta(hours=30)),
    ],
    ids=["far", "booked on the eve", "moved, still far", "moved near", "moved to the eve"],
)
def test_two_days_before_the_start_or_two_days_after_a_move(starts_in, moved, until_in):
    until = refunded_until(starts_at=NOON + starts_in, moved_at=NOON if moved else None)
    assert until - NOON == until_in


@pytest.fixture
def paid(db):
    """A seat paid online, in a session that starts tomorrow: too late to be paid back."""
    workshop = WorkshopFactory(price_kind="fixed", price_cents=1200, paid_where="online")
    session = SessionFactory(workshop=workshop, starts_at=timezone.now() + timedelta(hours=30))
    booking = book(session)
    Payment.objects.update(state=Payment.State.SUCCEEDED, provider_ref="pi_1", charge_ref="ch_1")
    Booking.objects.update(state=Booking.State.CONFIRMED, expires_at=None)
    return booking


def test_who_cannot_come_to_the_new_date_is_paid_back_though_it_is_near(paid):
    session = paid.session
    assert Seat.objects.get().refunded_until < timezone.now()

    move_session(
        session_id=session.pk,
        starts_at=session.starts_at + timedelta(hours=3),
        ends_at=session.ends_at + timedelta(hours=3),
        place=session.place,
        by=None,
    )
    cancel_booking(token=paid.token)

    assert Refund.objects.get().amount_cents == 1200


def test_who_leaves_late_without_a_move_is_not(paid):
    cancel_booking(token=paid.token)
    assert not Refund.objects.exists()
