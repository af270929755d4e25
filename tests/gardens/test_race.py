"""Twenty people ask at once, on real PostgreSQL, each with a connection of their own."""

from datetime import date
from unittest import mock

import pytest
from django.db import IntegrityError

from commons.notices.models import Message
from gardens import actions, counting, queries
from gardens.models import Garden, PlotOffer, PlotRequest, Tenancy
from gardens.rules.line import ranks
from tests.crowd import all_at_once, meeting_after, meeting_before
from tests.gardens.factories import GardenFactory, PlotFactory, ask

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

PEOPLE = 20


def test_twenty_people_get_twenty_ranks_in_the_order_of_their_dates():
    garden = GardenFactory()
    seen_first = {}

    def ask_and_look(number):
        asked = ask(garden, email=f"{number}@exemple.fr")
        seen_first[asked.pk] = queries.place_of(asked).rank
        return asked

    requests = all_at_once(ask_and_look, range(PEOPLE))

    final = ranks(queries.line_of(garden.pk))
    assert sorted(final.values()) == list(range(1, PEOPLE + 1))
    # The rank that each saw first is the rank they keep: nobody slipped in before them.
    assert seen_first == final
    by_row = sorted(requests, key=lambda asked: asked.pk)
    assert [asked.asked_at for asked in by_row] == sorted(asked.asked_at for asked in requests)


def test_the_same_person_at_twenty_doors_waits_once():
    garden = GardenFactory()

    requests = all_at_once(lambda _number: ask(garden), range(PEOPLE))

    assert len({asked.pk for asked in requests}) == 1
    assert PlotRequest.objects.count() == 1


def test_without_the_lock_the_constraint_still_refuses_a_double():
    """The control: it is the lock that makes the second asking quiet; the constraint only refuses."""
    garden = GardenFactory()
    unlocked = mock.patch.object(
        actions.requests, "lock_garden", lambda pk: Garden.objects.get(pk=pk)
    )
    with unlocked, meeting_after(counting, "counted_from"):  # asked once no request was found
        results = all_at_once(lambda _number: ask(garden), range(2))

    assert PlotRequest.objects.count() == 1
    assert sum(isinstance(result, IntegrityError) for result in results) == 1


def test_two_of_the_committee_offer_the_same_plot_at_once_and_one_is_told():
    plot = PlotFactory()
    asked = [ask(plot.garden, email=f"{number}@exemple.fr") for number in range(2)]

    results = all_at_once(lambda request: offer(request, plot), asked)

    assert sorted(type(result).__name__ for result in results) == ["PlotFullError", "PlotOffer"]
    assert PlotOffer.objects.filter(state=PlotOffer.State.PENDING).count() == 1
    assert Message.objects.filter(kind="gardens.offered").count() == 1


def test_without_the_lock_the_constraint_still_refuses_the_second_offer():
    """The control: both see the plot free; only the database stops the second."""
    plot = PlotFactory()
    asked = [ask(plot.garden, email=f"{number}@exemple.fr") for number in range(2)]
    unlocked = mock.patch.object(
        actions.offers, "lock_garden", lambda pk: Garden.objects.get(pk=pk)
    )
    with unlocked, meeting_before(PlotOffer.objects, "create"):
        results = all_at_once(lambda request: offer(request, plot), asked)

    assert sorted(type(result).__name__ for result in results) == ["IntegrityError", "PlotOffer"]


def test_a_double_tap_accepts_once():
    plot = PlotFactory()
    made = offer(ask(plot.garden), plot)

    results = all_at_once(lambda _tap: actions.accept_offer(token=made.token), range(4))

    assert len({tenancy.pk for tenancy in results}) == 1
    assert Tenancy.objects.count() == 1


def offer(asked, plot):
    return actions.offer_plot(
        request_id=asked.pk,
        plot_id=plot.pk,
        starts_on=date(2027, 3, 1),
        by=None,
        reason="Décidé en comité",
    )
