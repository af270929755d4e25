"""Card payments against the running stand-in."""

from datetime import timedelta

import pytest
import stripe
from django.db import IntegrityError, transaction
from django.utils import timezone

from commons.payments import actions, journal, provider, tasks
from commons.payments.models import JournalEntry, Payment, Refund, Transfer

pytestmark = pytest.mark.django_db


@pytest.fixture
def intent(payment, stand_in):
    return actions.open_payment(payment_id=payment.pk)


@pytest.fixture
def paid(payment, intent, stand_in):
    stand_in.pay(intent.ref)
    actions.settle_intent(provider.read_intent(intent.ref))
    payment.refresh_from_db()
    return payment


def test_opening_twice_gives_the_same_intent(payment, stand_in):
    first = actions.open_payment(payment_id=payment.pk)
    again = actions.open_payment(payment_id=payment.pk)

    assert first.ref == again.ref
    assert len(stand_in.client.v1.payment_intents.list().data) == 1


def test_a_lost_answer_does_not_open_a_second_intent(payment, stand_in):
    """The row was written and the provider answered, but we died before noting the reference."""
    first = actions.open_payment(payment_id=payment.pk)
    Payment.objects.update(provider_ref=None, state=Payment.State.PREPARED)

    again = actions.open_payment(payment_id=payment.pk)

    assert again.ref == first.ref


def test_a_success_completes_once(payment, intent, stand_in, trade):
    stand_in.pay(intent.ref)

    actions.settle_intent(provider.read_intent(intent.ref))
    actions.settle_intent(provider.read_intent(intent.ref))

    payment.refresh_from_db()
    assert payment.state == Payment.State.SUCCEEDED
    assert trade.told == [("paid", payment.pk)]
    assert JournalEntry.objects.get().amount_cents == 1250


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        ("pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds"),
        ("pm_card_chargeDeclinedProcessingError", "processing_error"),  # has no decline_code
    ],
)
def test_a_declined_card_leaves_the_attempt_open_and_says_why(
    payment, intent, stand_in, trade, card, reason
):
    with pytest.raises(stripe.CardError):
        stand_in.pay(intent.ref, card=card)

    actions.settle_intent(provider.read_intent(intent.ref))

    payment.refresh_from_db()
    assert (payment.state, payment.last_error) == (Payment.State.PENDING, reason)
    assert trade.told == []


def test_abandoning_cancels_at_the_provider(payment, intent, trade):
    actions.abandon_payment(payment_id=payment.pk)

    assert provider.read_intent(intent.ref).is_cancelled
    assert trade.told == [("cancelled", payment.pk)]


def test_abandoning_what_was_just_paid_completes_it(payment, intent, stand_in, trade):
    stand_in.pay(intent.ref)

    actions.abandon_payment(payment_id=payment.pk)

    assert trade.told == [("paid", payment.pk)]


def test_abandoning_what_was_never_opened_asks_nobody(payment, trade):
    actions.abandon_payment(payment_id=payment.pk)

    assert trade.told == [("cancelled", payment.pk)]


def test_the_sweeper_finds_a_success_that_no_event_brought(
    payment, intent, stand_in, trade, monkeypatch
):
    stand_in.pay(intent.ref)
    monkeypatch.setattr(tasks, "UNHEARD_FOR", tasks.UNHEARD_FOR * 0)

    tasks.sweep_payments()

    assert trade.told == [("paid", payment.pk)]


def test_a_provider_away_is_one_exception_and_loses_nothing(payment, stand_in, settings):
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"

    with pytest.raises(provider.ProviderUnreachableError):
        actions.open_payment(payment_id=payment.pk)

    payment.refresh_from_db()
    assert payment.state == Payment.State.PREPARED


def test_two_open_attempts_for_one_thing_cannot_be(payment):
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.prepare_payment(
            kind=payment.kind,
            subject_id=payment.subject_id,
            amount_cents=1,
            payer_email="b@exemple.fr",
            description="again",
        )


def test_a_refund_is_asked_then_confirmed_and_reversed_in_the_journal(paid):
    refund = actions.ask_refund(payment=paid, amount_cents=450, reason="rupture")

    actions.dispatch_refund(refund_id=refund.pk)
    actions.dispatch_refund(refund_id=refund.pk)

    refund.refresh_from_db()
    assert refund.state == Refund.State.SUCCEEDED
    assert [entry.amount_cents for entry in JournalEntry.objects.all()] == [1250, -450]


def test_no_more_goes_back_than_came_in(paid):
    actions.ask_refund(payment=paid, amount_cents=1000, reason="rupture")

    with pytest.raises(ValueError, match="exceed"):
        actions.ask_refund(payment=paid, amount_cents=251, reason="rupture")


def test_a_seller_is_sent_their_part_once(paid, stand_in):
    account = stand_in.client.v1.accounts.create(
        {
            "type": "express",
            "country": "FR",
            "capabilities": {"transfers": {"requested": True}},
        }
    )
    stand_in.control(account={"id": account.id})
    later = timezone.now() + timedelta(hours=1)
    actions.set_transfers(payment=paid, parts={account.id: 800}, due_at=later)

    tasks.sweep_payments()
    assert stand_in.client.v1.transfers.list().data == []

    Transfer.objects.update(due_at=timezone.now())
    tasks.sweep_payments()
    tasks.sweep_payments()

    assert [t.amount for t in stand_in.client.v1.transfers.list().data] == [800]
    assert JournalEntry.objects.filter(kind="transfer").count() == 1


def test_the_journal_is_whole_and_refuses_a_change(paid):
    assert list(journal.verify()) == []

    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        JournalEntry.objects.update(amount_cents=1)


def test_the_journal_finds_a_line_changed_behind_it(paid):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE payments_journalentry DISABLE TRIGGER journal_is_append_only")
        cursor.execute("UPDATE payments_journalentry SET amount_cents = 1")

    assert list(journal.verify()) == ["line 1 was changed"]


def test_a_part_that_has_not_left_stays_when_the_buyer_is_paid_back(paid, stand_in):
    actions.set_transfers(payment=paid, parts={"acct_1": 800}, due_at=timezone.now())

    actions.drop_transfers(payment=paid)
    tasks.sweep_payments()

    assert stand_in.client.v1.transfers.list().data == []
