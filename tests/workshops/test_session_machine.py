"""Sessions played at random: whatever people, volunteers and the clock do, promises hold.

Each rule is one verb, called as the doors call it. The invariants are looked at after every step.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from commons.payments import provider
from commons.payments.actions import settle_intent
from commons.payments.models import Payment, Refund
from tests.workshops.factories import SessionFactory, WorkshopFactory, someone
from workshops import actions, paying, queries, refusals, seating, tasks
from workshops.models import Booking, LogLine, Offer, Seat, Session, WaitingEntry
from workshops.parties import unnamed
from workshops.rules.waiting import offer_lasts

REFUSALS = (
    refusals.SessionClosedError,
    refusals.NotEnoughSeatsError,
    refusals.StillRoomError,
    refusals.PartyTooLargeError,
    refusals.OfferGoneError,
    refusals.CapacityBelowSeatsError,
    refusals.TooManyPlacesError,
    refusals.DateRefusedError,
    refusals.DoorClosedError,
)
SIZES = st.integers(min_value=1, max_value=4)
ANY = st.integers(min_value=0, max_value=10_000)


class Sessions(RuleBasedStateMachine):
    """One session of a workshop, the twins it gets, and everybody around them."""

    @initialize(capacity=st.integers(min_value=2, max_value=4), paid=st.booleans())
    def plan(self, capacity, paid):
        prices = {"price_kind": "fixed", "price_cents": 1200, "paid_where": "online"}
        workshop = WorkshopFactory(**(prices if paid else {}))
        self.now = timezone.now()
        session = SessionFactory(
            workshop=workshop, capacity=capacity, starts_at=self.now + timedelta(days=8)
        )
        self.sessions = [session.pk]
        self.ranks: dict[int, int] = {}
        self.reasons = 0
        self.fill(capacity)

    def fill(self, capacity):
        """Full, with three parties waiting: what happens then is what can go wrong."""
        for _seat in range(capacity):
            self.book(0, 1)
        for _payment in range(capacity):
            self.pay(0)
        for seats in (2, 1, 1):
            self.wait(0, seats)

    def play(self, verb, **given):
        """Call a verb at the machine's hour. A refusal is an answer like another; anything else is a fault."""
        with time_machine.travel(self.now, tick=False):
            try:
                return verb(**given)
            except REFUSALS:
                return None

    def one(self, rows, number):
        found = list(rows.order_by("pk"))
        return found[number % len(found)] if found else None

    def session(self, number):
        return self.sessions[number % len(self.sessions)]

    def bookings(self, *states):
        return Booking.objects.filter(session__in=self.sessions, state__in=states)

    def entries(self, *states):
        return WaitingEntry.objects.filter(session__in=self.sessions, state__in=states)

    def offers(self):
        return Offer.objects.filter(session__in=self.sessions, state=Offer.State.PENDING)

    @rule(which=ANY, seats=SIZES)
    def book(self, which, seats):
        self.play(
            actions.book_seats,
            session_id=self.session(which),
            form_key=uuid4(),
            contact=someone(),
            party=unnamed(seats),
        )

    @rule(which=ANY, seats=SIZES)
    def wait(self, which, seats):
        self.play(
            actions.join_waiting_list,
            session_id=self.session(which),
            form_key=uuid4(),
            contact=someone(),
            seats=seats,
        )

    @rule(which=ANY)
    def pay(self, which):
        """The provider says yes, perhaps after the hold has ended."""
        open_attempts = Payment.objects.filter(
            kind=paying.KIND,
            state__in=Payment.OPEN,
            subject_id__in=self.bookings(*Booking.State.values).values("pk"),
        )
        payment = self.one(open_attempts, which)
        if payment:
            ref = f"pi_{uuid4().hex}"
            Payment.objects.filter(pk=payment.pk).update(
                provider_ref=ref, state=Payment.State.PENDING
            )
            intent = provider.Intent(
                ref=ref,
                status="succeeded",
                amount_cents=payment.amount_cents,
                received_cents=payment.amount_cents,
                client_secret="",
                charge_ref="ch",
                error="",
            )
            with time_machine.travel(self.now, tick=False):
                settle_intent(intent)

    @rule(which=ANY)
    def cancel(self, which):
        booking = self.one(self.bookings(Booking.State.HELD, Booking.State.CONFIRMED), which)
        if booking:
            self.play(actions.cancel_booking, token=booking.token)

    @rule(which=ANY)
    def give_one_back(self, which):
        seats = Seat.objects.filter(
            booking__in=self.bookings(Booking.State.CONFIRMED), released_at=None
        )
        seat = self.one(seats, which)
        if seat:
            self.play(actions.give_back_seat, token=seat.booking.token, seat_id=seat.pk)

    @rule(which=ANY, seats=SIZES)
    def add_seats(self, which, seats):
        booking = self.one(self.bookings(Booking.State.CONFIRMED), which)
        if booking:
            self.play(actions.add_seats, token=booking.token, party=unnamed(seats))

    @rule(which=ANY, fewer=st.integers(min_value=0, max_value=1))
    def accept(self, which, fewer):
        offer = self.one(self.offers(), which)
        if offer:
            seats = max(1, offer.entry.seats - fewer)
            taken = self.play(actions.accept_offer, token=offer.token, party=unnamed(seats))
            assert taken is None or self.now < offer.expires_at

    @rule(which=ANY)
    def decline(self, which):
        offer = self.one(self.offers(), which)
        if offer:
            self.play(actions.decline_offer, token=offer.token)

    @rule(which=ANY)
    def leave(self, which):
        entry = self.one(self.entries(*WaitingEntry.IN_LIST), which)
        if entry:
            self.play(actions.leave_waiting_list, token=entry.token)

    @rule(which=ANY)
    def wait_again(self, which):
        states = WaitingEntry.State
        entry = self.one(self.entries(states.LEFT, states.LAPSED), which)
        if entry:
            self.play(actions.wait_again, token=entry.token)
            self.ranks.pop(entry.pk, None)

    @rule(which=ANY, turn=st.integers(min_value=1, max_value=5))
    def change_turn(self, which, turn):
        entry = self.one(self.entries(*WaitingEntry.IN_LIST), which)
        if entry:
            self.play(
                actions.change_turn,
                entry_id=entry.pk,
                turn=turn,
                reason="Elle habite loin",
                by=None,
            )

    @rule(which=ANY, capacity=st.integers(min_value=1, max_value=8))
    def change_capacity(self, which, capacity):
        self.play(
            actions.change_capacity, session_id=self.session(which), capacity=capacity, by=None
        )

    @rule(which=ANY, days=st.integers(min_value=-3, max_value=9))
    def move(self, which, days):
        session = Session.objects.get(pk=self.session(which))
        starts_at = session.starts_at + timedelta(days=days)
        self.play(
            actions.move_session,
            session_id=session.pk,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            place=session.place,
            by=None,
        )

    @precondition(lambda self: len(self.sessions) < 3)
    @rule(which=ANY, days=st.integers(min_value=1, max_value=6))
    def open_twin(self, which, days):
        session = Session.objects.get(pk=self.session(which))
        starts_at = session.starts_at + timedelta(days=days, hours=1)
        twin = self.play(
            actions.open_twin,
            session_id=session.pk,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            by=None,
        )
        if twin:
            self.sessions.append(twin.pk)

    @rule(which=ANY, sure=st.integers(min_value=0, max_value=5))
    def call_off(self, which, sure):
        if not sure:
            self.play(
                actions.cancel_session, session_id=self.session(which), reason="Pluie", by=None
            )

    @rule(which=ANY, attendance=st.sampled_from(Seat.Attendance.values))
    def tick(self, which, attendance):
        seat = self.one(Seat.objects.kept().filter(booking__session__in=self.sessions), which)
        if seat:
            self.play(
                actions.tick,
                session_id=seat.booking.session_id,
                seat_id=seat.pk,
                attendance=attendance,
            )

    @rule(which=ANY, seats=SIZES)
    def walk_in(self, which, seats):
        self.play(
            actions.admit_walk_in,
            session_id=self.session(which),
            form_key=uuid4(),
            name="Quelqu’un",
            seats=seats,
            by=None,
        )

    @rule(minutes=st.sampled_from([1, 15, 30, 90, 600, 1500, 4000]))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule(which=ANY)
    def nobody_answers_in_time(self, which):
        """The clock reaches the end of an offer or of a hold, and no sweeper has come yet."""
        offered = self.offers().values_list("expires_at", flat=True)
        held = self.bookings(Booking.State.HELD).values_list("expires_at", flat=True)
        ends = sorted(end for end in (*offered, *held) if end > self.now)
        if ends:
            self.now = ends[which % len(ends)]

    @rule()
    def sweep(self):
        with time_machine.travel(self.now, tick=False):
            tasks.release_unpaid_bookings()
            tasks.expire_offers()
            tasks.call_off_bookings()
            tasks.close_lists()

    @invariant()
    def seats_never_exceed_capacity(self):
        for pk in getattr(self, "sessions", []):
            session = Session.objects.get(pk=pk)
            assert session.count_seats_taken(at=self.now) <= session.capacity

    @invariant()
    def seats_are_counted_as_the_rows_say(self):
        """Counted again by hand: a hold or an offer whose hour has passed takes no room, swept or not."""
        for pk in getattr(self, "sessions", []):
            seats = Seat.objects.filter(booking__session=pk, released_at=None)
            taken = 0
            for seat in seats.exclude(attendance="absent").select_related("booking"):
                until = seat.booking.expires_at
                taken += until is None or until > self.now
            for offer in self.offers().filter(session=pk).select_related("entry"):
                taken += offer.entry.seats if offer.expires_at > self.now else 0
            assert Session.objects.get(pk=pk).count_seats_taken(at=self.now) == taken

    @invariant()
    def each_seat_has_one_reason(self):
        if not hasattr(self, "sessions"):
            return
        for booking in Booking.objects.filter(session__in=self.sessions):
            claimed = Offer.objects.filter(booking=booking, state=Offer.State.CLAIMED).count()
            assert claimed == (booking.origin == Booking.Origin.WAITING_LIST)
            live = booking.seats.filter(released_at=None).count()
            assert bool(live) == (booking.state in (Booking.State.HELD, Booking.State.CONFIRMED))

    @invariant()
    def an_entry_is_offered_one_thing_or_waits(self):
        if not hasattr(self, "sessions"):
            return
        for entry in WaitingEntry.objects.filter(session__in=self.sessions):
            pending = entry.offers.filter(state=Offer.State.PENDING).count()
            assert pending == (entry.state == WaitingEntry.State.OFFERED)

    @invariant()
    def ranks_only_improve_unless_a_reason_was_logged(self):
        if not hasattr(self, "sessions"):
            return
        reasons = LogLine.objects.filter(session__in=self.sessions, kind=LogLine.Kind.RANK).count()
        ranks = {entry.pk: queries.rank_of(entry) for entry in self.entries(*WaitingEntry.IN_LIST)}
        if reasons == self.reasons:
            for entry, rank in ranks.items():
                assert rank <= self.ranks.get(entry, rank)
        self.ranks, self.reasons = ranks, reasons

    @invariant()
    def nobody_waits_for_seats_that_would_seat_them(self):
        """What is free goes to the list at once; a hold that just ended waits for its sweeper alone."""
        if not hasattr(self, "sessions"):
            return
        ended = self.bookings(Booking.State.HELD).filter(expires_at__lte=self.now)
        overdue = self.offers().filter(expires_at__lte=self.now)
        if ended.exists() or overdue.exists():
            return
        for session in Session.objects.filter(pk__in=self.sessions, state="planned"):
            if offer_lasts(starts_at=session.starts_at, now=self.now):
                free = seating.free_seats(session, now=self.now)
                own = session.waiting.filter(state=WaitingEntry.State.WAITING, seats__lte=free)
                assert not free or not own.exists()

    @invariant()
    def nothing_is_paid_back_beyond_what_was_paid(self):
        if not hasattr(self, "sessions"):
            return
        subjects = Booking.objects.filter(session__in=self.sessions).values("pk")
        for payment in Payment.objects.filter(kind=paying.KIND, subject_id__in=subjects):
            back = sum(payment.refunds.values_list("amount_cents", flat=True))
            assert back <= payment.amount_cents

    def teardown(self):
        """Whatever happened, calling everything off leaves no seat, no list and no unreturned money."""
        if not hasattr(self, "sessions"):
            return
        for pk in self.sessions:
            self.play(actions.cancel_session, session_id=pk, reason="Fin", by=None)
        self.sweep()
        for session in Session.objects.filter(pk__in=self.sessions, state="cancelled"):
            assert session.count_seats_taken(at=self.now) == 0
            assert not session.waiting.filter(state__in=WaitingEntry.IN_LIST).exists()


@pytest.mark.django_db
def test_promises_hold_whatever_happens():
    run_state_machine_as_test(
        Sessions,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Refund.objects.filter(state=Refund.State.FAILED).count() == 0
