"""What a household gives for a season: chosen, paid by card or by hand, waived, given back."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from commons.notices.actions import deliver
from commons.notices.models import Message
from commons.payments import actions as payments
from commons.payments.models import Payment, Refund
from commons.payments.provider import Intent
from gardens import actions
from gardens.forms import EnrolForm
from gardens.models import Enrolment, LogLine
from gardens.refusals import NothingDueError, ReasonMissingError
from tests.gardens.seasons import EnrolmentFactory, SeasonFactory, tiers_of

pytestmark = pytest.mark.django_db


def by_card(enrolment: Enrolment) -> Payment:
    """An attempt that the provider knows."""
    actions.ask_fee(enrolment_id=enrolment.pk)
    payment = Payment.objects.latest("pk")
    payments.open_payment(payment_id=payment.pk)
    payment.refresh_from_db()
    return payment


def succeed(payment: Payment) -> None:
    """The bank says yes."""
    payments.settle_intent(
        Intent(
            ref=payment.provider_ref or "",
            client_secret="",
            status="succeeded",
            amount_cents=payment.amount_cents,
            received_cents=payment.amount_cents,
            charge_ref="ch_1",
            error="",
        )
    )


def sent() -> list[str]:
    for message in Message.objects.filter(state=Message.State.DUE).order_by("pk"):
        deliver(message_id=message.pk)
    return [letter.subject for letter in mail.outbox]


def test_a_card_brings_fee_and_deposit_and_a_receipt(stand_in):
    enrolment = EnrolmentFactory()

    succeed(by_card(enrolment))

    enrolment.refresh_from_db()
    assert (enrolment.fee_state, enrolment.paid_by_hand) == (Enrolment.Fee.PAID, False)
    assert Payment.objects.get().amount_cents == 4000
    assert sent() == [f"Reçu de votre cotisation : {enrolment.season}"]
    assert "20,00" in mail.outbox[0].body


def test_asking_twice_opens_one_payment(stand_in):
    enrolment = EnrolmentFactory()
    actions.ask_fee(enrolment_id=enrolment.pk)
    actions.ask_fee(enrolment_id=enrolment.pk)
    assert Payment.objects.count() == 1


def test_another_amount_gives_the_older_attempt_up(stand_in):
    enrolment = EnrolmentFactory()
    older = by_card(enrolment)
    Enrolment.objects.update(fee_cents=3000)

    newer = by_card(enrolment)

    older.refresh_from_db()
    assert older.state == Payment.State.CANCELLED
    assert newer.amount_cents == 5000


def test_a_card_that_comes_after_cash_is_paid_back(stand_in):
    enrolment = EnrolmentFactory()
    payment = by_card(enrolment)
    Enrolment.objects.filter(pk=enrolment.pk).update(
        fee_state=Enrolment.Fee.PAID, paid_at=enrolment.asked_at, paid_by_hand=True
    )

    succeed(payment)

    assert Refund.objects.get().amount_cents == 4000
    assert sent() == [f"Votre paiement vous est rendu : {enrolment.season}"]


def test_cash_is_noted_with_a_receipt_and_a_line_in_the_log():
    enrolment = EnrolmentFactory()

    actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None)
    actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None)

    enrolment.refresh_from_db()
    assert enrolment.paid_by_hand
    assert LogLine.objects.get().words.startswith("Cotisation remise en main propre")
    assert sent() == [f"Reçu de votre cotisation : {enrolment.season}"]


def test_cash_gives_the_open_card_up(stand_in):
    enrolment = EnrolmentFactory()
    payment = by_card(enrolment)

    actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None)

    payment.refresh_from_db()
    assert payment.state == Payment.State.CANCELLED


def test_nothing_is_taken_of_who_owes_nothing():
    enrolment = EnrolmentFactory(fee_state=Enrolment.Fee.NONE, fee_cents=0, deposit_cents=0)
    with pytest.raises(NothingDueError):
        actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None)


def test_a_waiver_wants_its_reason_and_keeps_it():
    enrolment = EnrolmentFactory()
    with pytest.raises(ReasonMissingError):
        actions.waive_fee(enrolment_id=enrolment.pk, reason=" ", by=None)

    actions.waive_fee(enrolment_id=enrolment.pk, reason="Une année à 100 % difficile", by=None)

    enrolment.refresh_from_db()
    assert (enrolment.due_cents, enrolment.deposit_cents) == (0, 0)
    assert "Une année à 100 % difficile" in LogLine.objects.get().words
    assert sent() == [f"Rien à verser cette saison : {enrolment.season}"]


def test_a_deposit_paid_by_card_goes_back_to_the_card_once(stand_in):
    enrolment = EnrolmentFactory()
    succeed(by_card(enrolment))

    for _time in range(2):
        actions.give_deposit_back(enrolment_id=enrolment.pk, by=None, by_card=True)

    assert Refund.objects.get().amount_cents == 2000
    enrolment.refresh_from_db()
    assert enrolment.deposit_back_at is not None


def test_a_deposit_handed_over_cannot_go_back_to_a_card():
    enrolment = EnrolmentFactory()
    actions.note_paid_by_hand(enrolment_id=enrolment.pk, by=None)
    with pytest.raises(NothingDueError):
        actions.give_deposit_back(enrolment_id=enrolment.pk, by=None, by_card=True)
    actions.give_deposit_back(enrolment_id=enrolment.pk, by=None)
    enrolment.refresh_from_db()
    assert not enrolment.keeps_deposit


def test_no_deposit_goes_back_before_it_came():
    with pytest.raises(NothingDueError):
        actions.give_deposit_back(enrolment_id=EnrolmentFactory().pk, by=None)


def test_the_form_asks_only_what_the_season_asks():
    season = SeasonFactory()
    assert list(EnrolForm(season=season).fields) == ["signed_by", "amount"]
    assert list(EnrolForm(season=season, must_sign=False).fields) == ["amount"]
    assert list(EnrolForm(season=None).fields) == []


@pytest.mark.parametrize(
    ("typed", "cents"), [("5", 500), ("7,50", 750), ("12.00 €", 1200), ("4,99", None), ("", None)]
)
def test_a_free_amount_starts_at_the_floor(typed, cents):
    form = EnrolForm({"signed_by": " Amina  Diallo ", "amount": typed}, season=SeasonFactory())
    assert form.is_valid() is (cents is not None)
    if cents:
        assert form.word == {"signed_by": "Amina Diallo", "chosen_cents": cents}
    elif typed:
        assert "Au moins 5" in str(form.errors["amount"])


def test_a_tier_is_chosen_among_those_of_the_season():
    season = SeasonFactory(fee="tiers", charter=None)
    tiers_of(season, 1000, 2000)
    assert EnrolForm({"amount": "1000"}, season=season).is_valid()
    assert not EnrolForm({"amount": "1500"}, season=season).is_valid()


def test_the_page_tells_what_is_owed_then_opens_the_card(client: Client, stand_in):
    enrolment = EnrolmentFactory()
    page = client.get(enrolment.get_absolute_url())
    assert "40,00" in page.content.decode()

    answer = client.post(enrolment.get_absolute_url())

    card = reverse("gardens:fee_card", args=[enrolment.tenancy.token, enrolment.pk])
    assert answer.url == card
    assert "paiement" in client.get(card).content.decode()


def test_the_card_page_leads_back_once_it_is_paid(client: Client, stand_in):
    enrolment = EnrolmentFactory()
    succeed(by_card(enrolment))
    card = reverse("gardens:fee_card", args=[enrolment.tenancy.token, enrolment.pk])
    assert client.get(card).url == enrolment.get_absolute_url()
    assert "Cotisation versée" in client.get(enrolment.get_absolute_url()).content.decode()
    news = client.get(reverse("gardens:fee_news", args=[enrolment.tenancy.token, enrolment.pk]))
    assert news.headers["HX-Refresh"] == "true"


def test_another_household_s_fee_is_not_found(client: Client):
    mine, theirs = EnrolmentFactory(), EnrolmentFactory()
    address = reverse("gardens:fee", args=[mine.tenancy.token, theirs.pk])
    assert client.get(address).status_code == 404
