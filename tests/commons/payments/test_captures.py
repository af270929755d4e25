"""A sum set aside on a card: taken later, in part or not at all, and once."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from commons.payments import actions, provider, tasks
from commons.payments.models import JournalEntry, Payment

pytestmark = pytest.mark.django_db


@pytest.fixture
def payment(trade):
    return actions.prepare_payment(
        kind="test.thing",
        subject_id=1,
        amount_cents=1250,
        payer_email="amina@exemple.fr",
        description="PANIER-12",
        captured_later=True,
    )


@pytest.fixture
def intent(payment, stand_in):
    return actions.open_payment(payment_id=payment.pk)


@pytest.fixture
def set_aside(payment, intent, stand_in):
    stand_in.pay(intent.ref)
    hear_of(payment, intent)
    return payment


def hear_of(payment, intent):
    actions.settle_intent(provider.read_intent(intent.ref))
    payment.refresh_from_db()


def ask(payment, cents):
    actions.ask_capture(payment=payment, amount_cents=cents)


def dispatch(payment):
    actions.dispatch_capture(payment_id=payment.pk)
    payment.refresh_from_db()


def long_ago(payment, **ago):
    Payment.objects.filter(pk=payment.pk).update(updated_at=timezone.now() - timedelta(**ago))


def sweep(payment):
    tasks.sweep_payments()
    payment.refresh_from_db()


def test_a_card_that_says_yes_is_set_aside_and_the_journal_waits(set_aside, intent, trade):
    assert set_aside.state == Payment.State.AUTHORIZED
    assert provider.read_intent(intent.ref).is_authorized
    assert provider.read_intent(intent.ref).received_cents == 0
    assert trade.told == [("paid", set_aside.pk)]
    assert not JournalEntry.objects.exists()


def test_hearing_of_it_twice_tells_the_trade_once(set_aside, intent, trade):
    hear_of(set_aside, intent)
    assert trade.told == [("paid", set_aside.pk)]


def test_a_part_is_taken_and_the_rest_let_go(set_aside, intent, trade):
    ask(set_aside, 980)
    dispatch(set_aside)
    assert (set_aside.state, set_aside.amount_cents) == (Payment.State.SUCCEEDED, 980)
    assert provider.read_intent(intent.ref).received_cents == 980
    assert trade.told == [("paid", set_aside.pk), ("captured", set_aside.pk)]
    assert JournalEntry.objects.get().amount_cents == 980


def test_asking_takes_nothing_before_the_worker_comes(set_aside, intent):
    ask(set_aside, 980)
    assert provider.read_intent(intent.ref).is_authorized


def test_sent_twice_it_is_taken_once(set_aside, intent, trade):
    ask(set_aside, 980)
    dispatch(set_aside)
    dispatch(set_aside)
    hear_of(set_aside, intent)
    assert trade.told.count(("captured", set_aside.pk)) == 1
    assert JournalEntry.objects.count() == 1


def test_a_lost_answer_takes_nothing_twice(set_aside, intent, trade):
    """The provider took it, and we died before we wrote that down."""
    ask(set_aside, 980)
    provider.capture_intent(
        intent.ref, amount_cents=980, key=f"{set_aside.idempotency_key}-capture"
    )
    dispatch(set_aside)
    assert set_aside.state == Payment.State.SUCCEEDED
    assert provider.read_intent(intent.ref).received_cents == 980
    assert JournalEntry.objects.count() == 1


def test_the_first_word_stands(set_aside):
    ask(set_aside, 980)
    ask(set_aside, 400)
    dispatch(set_aside)
    ask(set_aside, 100)
    assert (set_aside.amount_cents, set_aside.capture_cents) == (980, 980)


def test_zero_lets_all_of_it_go(set_aside, intent, trade):
    ask(set_aside, 0)
    dispatch(set_aside)
    assert set_aside.state == Payment.State.CANCELLED
    assert provider.read_intent(intent.ref).is_cancelled
    assert trade.told[-1] == ("cancelled", set_aside.pk)
    assert not JournalEntry.objects.exists()


def test_given_back_before_it_was_taken_it_is_let_go(set_aside, intent):
    actions.give_back(payment=set_aside, reason="paid too late")
    dispatch(set_aside)
    assert provider.read_intent(intent.ref).is_cancelled
    assert not set_aside.refunds.exists()


def test_no_more_is_taken_than_is_set_aside(set_aside):
    with pytest.raises(ValueError, match="exceed"):
        ask(set_aside, 1251)
    assert set_aside.capture_cents is None


def test_of_what_is_not_set_aside_nothing_is_asked(payment, intent):
    ask(payment, 500)
    payment.refresh_from_db()
    assert payment.capture_cents is None
    dispatch(payment)
    assert not provider.read_intent(intent.ref).is_cancelled


def test_unasked_the_worker_takes_nothing(set_aside, intent):
    dispatch(set_aside)
    assert provider.read_intent(intent.ref).is_authorized


def test_another_sum_than_asked_is_left_to_a_person(set_aside, intent, trade):
    """Somebody captured by hand, at the provider's own desk."""
    ask(set_aside, 980)
    provider.capture_intent(intent.ref, amount_cents=700, key="by-hand")
    with pytest.raises(actions.AmountMismatchError):
        dispatch(set_aside)
    set_aside.refresh_from_db()
    assert set_aside.state == Payment.State.AUTHORIZED
    assert ("captured", set_aside.pk) not in trade.told
    assert not JournalEntry.objects.exists()


def test_another_sum_set_aside_than_asked_is_left_to_a_person(payment, intent, stand_in, trade):
    stand_in.pay(intent.ref)
    Payment.objects.update(amount_cents=1300)
    with pytest.raises(actions.AmountMismatchError):
        hear_of(payment, intent)
    assert trade.told == []


def test_the_provider_away_the_wish_stays_and_the_sweeper_carries_it_out(
    set_aside, intent, settings, stand_in
):
    ask(set_aside, 980)
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    with pytest.raises(provider.ProviderUnreachableError):
        dispatch(set_aside)
    settings.STRIPE_API_BASE = stand_in.url
    long_ago(set_aside, minutes=3)
    sweep(set_aside)
    assert (set_aside.state, set_aside.amount_cents) == (Payment.State.SUCCEEDED, 980)


def test_the_sweeper_leaves_the_worker_the_time_to_come_first(set_aside):
    ask(set_aside, 980)
    sweep(set_aside)
    assert set_aside.state == Payment.State.AUTHORIZED


def test_one_capture_that_fails_does_not_stop_the_sweeper(set_aside, intent, stand_in, caplog):
    other = actions.prepare_payment(
        kind="test.thing",
        subject_id=2,
        amount_cents=600,
        payer_email="b@exemple.fr",
        description="PANIER-13",
        captured_later=True,
    )
    opened = actions.open_payment(payment_id=other.pk)
    stand_in.pay(opened.ref)
    hear_of(other, opened)
    for payment, cents in ((set_aside, 980), (other, 600)):
        ask(payment, cents)
        long_ago(payment, minutes=3)
    provider.capture_intent(intent.ref, amount_cents=700, key="by-hand")
    with caplog.at_level(logging.CRITICAL):
        sweep(other)
    assert other.state == Payment.State.SUCCEEDED


def test_the_sweeper_sees_in_time_that_the_bank_let_it_go(set_aside, intent, stand_in, trade):
    stand_in.control(expire=intent.ref)
    long_ago(set_aside, hours=5)
    sweep(set_aside)
    assert set_aside.state == Payment.State.AUTHORIZED
    long_ago(set_aside, hours=7)
    sweep(set_aside)
    assert set_aside.state == Payment.State.CANCELLED
    assert trade.told[-1] == ("cancelled", set_aside.pk)


def test_a_capture_of_what_lapsed_ends_as_lapsed(set_aside, intent, stand_in, trade):
    ask(set_aside, 980)
    stand_in.control(expire=intent.ref)
    dispatch(set_aside)
    assert set_aside.state == Payment.State.CANCELLED
    assert trade.told[-1] == ("cancelled", set_aside.pk)


def test_giving_up_what_was_just_set_aside_keeps_it(payment, intent, stand_in, trade):
    """As with a card that was charged: a late success is known before anything is released."""
    stand_in.pay(intent.ref)
    actions.abandon_payment(payment_id=payment.pk)
    payment.refresh_from_db()
    assert payment.state == Payment.State.AUTHORIZED
    assert trade.told == [("paid", payment.pk)]


def test_giving_up_what_no_card_answered_cancels_it(payment, intent, trade):
    actions.abandon_payment(payment_id=payment.pk)
    assert provider.read_intent(intent.ref).is_cancelled
    assert trade.told == [("cancelled", payment.pk)]


def test_a_part_for_a_seller_waits_until_the_sum_is_taken(set_aside, stand_in):
    account = stand_in.client.v1.accounts.create(
        {"type": "express", "country": "FR", "capabilities": {"transfers": {"requested": True}}}
    )
    stand_in.control(account={"id": account.id})
    actions.set_transfers(payment=set_aside, parts={account.id: 800}, due_at=timezone.now())
    tasks.sweep_payments()
    assert stand_in.client.v1.transfers.list().data == []
    ask(set_aside, 980)
    dispatch(set_aside)
    tasks.sweep_payments()
    assert [one.amount for one in stand_in.client.v1.transfers.list().data] == [800]
