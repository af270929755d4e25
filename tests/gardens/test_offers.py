"""Offering a plot: by the rules or with a reason, answered once, within its delay."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from commons.notices.models import Message
from gardens import actions
from gardens.models import LogLine, PlotOffer, PlotRequest, Tenancy
from gardens.refusals import (
    HoldsEnoughError,
    NotWaitingError,
    OfferGoneError,
    OfferStandsError,
    PlotFullError,
    ReasonMissingError,
)
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask

pytestmark = pytest.mark.django_db

IN_SPRING = date(2027, 3, 1)


def offer(asked: PlotRequest, plot, **given) -> PlotOffer:
    known = {"starts_on": IN_SPRING, "by": None}
    return actions.offer_plot(request_id=asked.pk, plot_id=plot.pk, **(known | given))


def later(made: PlotOffer) -> datetime:
    return made.expires_at + timedelta(minutes=1)


@pytest.fixture
def plot():
    return PlotFactory()


def test_the_first_in_line_is_offered_without_a_reason(plot):
    first = ask(plot.garden, now=timezone.now() - timedelta(days=9))
    ask(plot.garden, email="bo@exemple.fr", name="Bo")
    made = offer(first, plot)
    assert (made.part, made.rank, made.reason) == (1, 1, "")
    assert made.expires_at - made.offered_at == timedelta(days=plot.garden.offer_days)
    assert Message.objects.filter(kind="gardens.offered", subject_id=made.pk).count() == 1
    assert Message.objects.filter(kind="gardens.offer-reminder", subject_id=made.pk).count() == 1
    assert "Comme les règles le proposent" in LogLine.objects.get().words


def test_another_than_the_first_needs_a_reason_that_is_kept(plot):
    ask(plot.garden, now=timezone.now() - timedelta(days=9))
    second = ask(plot.garden, email="bo@exemple.fr", name="Bo")
    with pytest.raises(ReasonMissingError):
        offer(second, plot, reason="  ")
    made = offer(second, plot, reason="Accès en fauteuil tout proche")
    assert made.rank == 2
    assert "fauteuil" in LogLine.objects.get().words


def test_a_part_is_offered_once_and_a_household_gets_one_offer_at_a_time(plot):
    first = ask(plot.garden)
    second = ask(plot.garden, email="bo@exemple.fr")
    offer(first, plot)
    with pytest.raises(OfferStandsError):
        offer(first, PlotFactory(garden=plot.garden))
    with pytest.raises(PlotFullError):
        offer(second, plot)


def test_an_expired_offer_is_dead_even_before_the_sweeper(plot):
    asked = ask(plot.garden)
    made = offer(asked, plot)
    with pytest.raises(OfferGoneError):
        actions.accept_offer(token=made.token, now=later(made))
    assert not Tenancy.objects.exists()
    other = ask(plot.garden, email="bo@exemple.fr", name="Bo")
    again = offer(other, plot, reason="au suivant", now=later(made))
    made.refresh_from_db()
    asked.refresh_from_db()
    assert (made.state, again.state) == (PlotOffer.State.EXPIRED, PlotOffer.State.PENDING)
    assert asked.state == PlotRequest.State.WAITING


def test_accepting_gives_the_plot_once_and_closes_the_request(plot):
    asked = ask(plot.garden, phone="0611223344")
    made = offer(asked, plot)
    tenancy = actions.accept_offer(token=made.token)
    assert actions.accept_offer(token=made.token) == tenancy
    asked.refresh_from_db()
    assert asked.state == PlotRequest.State.GRANTED
    assert (tenancy.state, tenancy.starts_on) == (Tenancy.State.TRIAL, IN_SPRING)
    assert (tenancy.email, tenancy.phone) == ("amina@exemple.fr", "0611223344")
    assert Message.objects.filter(kind="gardens.welcome").count() == 1
    with pytest.raises(NotWaitingError):
        offer(asked, PlotFactory(garden=plot.garden))


def test_a_household_that_holds_enough_cannot_accept_another(plot):
    asked = ask(plot.garden)
    made = offer(asked, plot)
    TenancyFactory(plot=PlotFactory(garden=plot.garden), email="AMINA@exemple.fr")
    with pytest.raises(HoldsEnoughError):
        actions.accept_offer(token=made.token)


def test_accepting_may_leave_the_lists_of_other_gardens(plot):
    elsewhere = ask(GardenFactory())
    stays = ask(GardenFactory(), email="bo@exemple.fr")
    made = offer(ask(plot.garden), plot)
    actions.accept_offer(token=made.token, leaves_other_lists=True)
    elsewhere.refresh_from_db()
    stays.refresh_from_db()
    assert elsewhere.state == PlotRequest.State.WITHDRAWN
    assert stays.state == PlotRequest.State.WAITING


@pytest.mark.parametrize(
    ("stays", "state"),
    [(True, PlotRequest.State.WAITING), (False, PlotRequest.State.WITHDRAWN)],
)
def test_declining_leaves_the_plot_and_keeps_the_rank_or_not(plot, stays, state):
    asked = ask(plot.garden)
    made = offer(asked, plot)
    actions.decline_offer(token=made.token, stays=stays)
    actions.decline_offer(token=made.token, stays=not stays)  # a second tap changes nothing
    asked.refresh_from_db()
    made.refresh_from_db()
    assert (made.state, asked.state) == (PlotOffer.State.DECLINED, state)
    with pytest.raises(OfferGoneError):
        actions.accept_offer(token=made.token)


def test_a_plot_declined_is_not_proposed_again_to_the_same_household(plot):
    asked = ask(plot.garden, now=timezone.now() - timedelta(days=3))
    ask(plot.garden, email="bo@exemple.fr", name="Bo")
    actions.decline_offer(token=offer(asked, plot).token, stays=True)
    with pytest.raises(ReasonMissingError):
        offer(asked, plot)


def test_an_offer_taken_back_says_why_and_cannot_be_accepted(plot):
    made = offer(ask(plot.garden), plot)
    with pytest.raises(ReasonMissingError):
        actions.revoke_offer(offer_id=made.pk, by=None, reason=" ")
    actions.revoke_offer(offer_id=made.pk, by=None, reason="La terre est polluée")
    with pytest.raises(OfferGoneError):
        actions.accept_offer(token=made.token)
    with pytest.raises(OfferGoneError):
        actions.revoke_offer(offer_id=made.pk, by=None, reason="encore")
    assert Message.objects.filter(kind="gardens.offer-revoked").count() == 1


def test_silence_is_written_down_once_and_told(plot):
    made = offer(ask(plot.garden), plot)
    assert actions.expire_offers(garden_id=plot.garden_id, now=later(made)) == 1
    assert actions.expire_offers(garden_id=plot.garden_id, now=later(made)) == 0
    assert Message.objects.filter(kind="gardens.offer-expired").count() == 1
