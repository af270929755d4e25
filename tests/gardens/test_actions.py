from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from commons.notices.models import Message
from commons.people.models import Household, Person
from gardens import actions, queries
from gardens.actions import (
    forget_closed_requests,
    withdraw_request,
)
from gardens.models import Plot, PlotRequest, Tenancy
from gardens.refusals import NotWaitingError, PlotFullError
from tests.gardens.factories import (
    GardenFactory,
    HouseholdFactory,
    PlotFactory,
    TenancyFactory,
    ask,
)

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


def test_a_request_enters_the_list_and_its_mail_is_written():
    asked = ask(GardenFactory(), now=MORNING, wish="share", household_size=4)

    assert (asked.state, asked.asked_at) == (PlotRequest.State.WAITING, MORNING)
    assert (asked.wish, asked.household_size) == ("share", 4)
    message = Message.objects.get()
    assert message.key == f"plot-request:{asked.pk}:received:2026-03-03"
    assert message.to == "amina@exemple.fr"


def test_the_same_form_sent_twice_asks_once():
    garden, key = GardenFactory(), uuid4()

    first, second = ask(garden, form_key=key), ask(garden, form_key=key)

    assert first == second
    assert Message.objects.count() == 1


def test_asking_again_keeps_the_first_date_and_mails_the_rank_once_a_day():
    garden = GardenFactory()
    first = ask(garden, now=MORNING)

    for later in (timedelta(minutes=5), timedelta(days=1), timedelta(days=1, hours=2)):
        again = ask(garden, email="AMINA@exemple.fr", name="A. Diallo", now=MORNING + later)
        assert again == first
        assert (again.asked_at, again.name) == (MORNING, "Amina Diallo")

    assert Message.objects.count() == 2


def test_one_may_wait_in_two_gardens_and_come_back_after_withdrawing():
    garden = GardenFactory()
    first, elsewhere = ask(garden), ask(GardenFactory())
    withdraw_request(token=first.token)

    back = ask(garden)

    assert len({first.pk, elsewhere.pk, back.pk}) == 3
    assert PlotRequest.objects.waiting().count() == 2


def test_withdrawing_lets_the_others_move_up_and_is_done_once():
    garden = GardenFactory()
    first = ask(garden, now=MORNING)
    second = ask(garden, email="bo@exemple.fr", now=MORNING + timedelta(hours=1))
    assert queries.place_of(second).rank == 2

    withdraw_request(token=first.token, now=MORNING + timedelta(days=1))
    withdrawn = withdraw_request(token=first.token, now=MORNING + timedelta(days=2))

    assert withdrawn.closed_at == MORNING + timedelta(days=1)
    assert queries.place_of(withdrawn) is None
    assert queries.place_of(second).rank == 1


def settled(**offered) -> Tenancy:
    """What an offer leads to, once it is accepted."""
    offer = actions.offer_plot(**offered, by=None, reason="Décidé en comité")
    return actions.accept_offer(token=offer.token)


def test_a_granted_plot_is_a_trial_tenancy_and_closes_the_request():
    garden = GardenFactory()
    plot = PlotFactory(garden=garden)
    asked = ask(garden)

    tenancy = settled(request_id=asked.pk, plot_id=plot.pk, starts_on=date(2026, 4, 1))

    asked.refresh_from_db()
    assert asked.state == PlotRequest.State.GRANTED
    assert (tenancy.state, tenancy.part) == (Tenancy.State.TRIAL, 1)
    assert tenancy.household.name == "Amina Diallo"
    with pytest.raises(NotWaitingError):
        settled(request_id=asked.pk, plot_id=plot.pk, starts_on=date(2026, 4, 1))


def test_a_shared_plot_is_granted_part_by_part_until_it_is_full():
    garden = GardenFactory()
    plot = PlotFactory(garden=garden, kind=Plot.Kind.SHARED, parts=2)
    TenancyFactory(plot=plot, part=1)
    second, third = ask(garden), ask(garden, email="bo@exemple.fr")

    tenancy = settled(request_id=second.pk, plot_id=plot.pk, starts_on=date(2026, 4, 1))

    assert tenancy.part == 2
    with pytest.raises(PlotFullError):
        settled(request_id=third.pk, plot_id=plot.pk, starts_on=date(2026, 4, 1))
    third.refresh_from_db()
    assert third.state == PlotRequest.State.WAITING
    assert not Household.objects.filter(name=third.name).exclude(pk=tenancy.household_id).exists()


def test_a_collective_plot_is_nobodys_to_hold():
    garden = GardenFactory()
    plot = PlotFactory(garden=garden, kind=Plot.Kind.COLLECTIVE)

    with pytest.raises(PlotFullError):
        settled(request_id=ask(garden).pk, plot_id=plot.pk, starts_on=date(2026, 4, 1))


def test_whoever_has_a_household_gets_the_plot_with_it():
    garden = GardenFactory()
    person = Person.objects.create_user("amina@exemple.fr", household=HouseholdFactory())

    tenancy = settled(
        request_id=ask(garden, person=person).pk,
        plot_id=PlotFactory(garden=garden).pk,
        starts_on=date(2026, 4, 1),
    )

    assert tenancy.household == person.household


def test_closed_requests_are_forgotten_a_year_later_and_waiting_ones_never():
    garden, now = GardenFactory(), timezone.now()
    withdraw_request(token=ask(garden).token, now=now - timedelta(days=366))
    withdraw_request(token=ask(garden).token, now=now - timedelta(days=364))
    ask(garden, now=now - timedelta(days=2000))

    assert forget_closed_requests(now=now) == 1
    assert PlotRequest.objects.count() == 2
