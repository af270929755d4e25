"""Several gardeners press at the same second, on real PostgreSQL: first without the lock, then with it."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import IntegrityError, OperationalError
from django.utils import timezone

from gardens import actions
from gardens.actions import duties as duty_verbs
from gardens.actions import replacing
from gardens.actions import things as thing_verbs
from gardens.models import Duty, Garden, Loan, Thing
from gardens.refusals import AlreadyTakenError, ThingBusyError, ThingGoneError, TurnFullError
from tests.crowd import all_at_once, meeting_before
from tests.gardens.care import ThingFactory, TurnFactory, gardeners

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

PEOPLE = 10


def unlocked(module):
    """The control: the same verb without the lock on the garden."""
    return mock.patch.object(module, "lock_garden", lambda pk: Garden.objects.get(pk=pk))


def kinds_of(results):
    return {type(result) for result in results}


def test_the_last_place_of_a_turn_is_taken_once():
    turn = TurnFactory(places=2)
    people = gardeners(turn.chore.garden, PEOPLE)

    results = all_at_once(lambda who: actions.take_turn(turn_id=turn.pk, tenancy_id=who.pk), people)

    assert Duty.objects.live().count() == 2
    assert sum(isinstance(result, TurnFullError) for result in results) == PEOPLE - 2


def test_without_the_lock_only_the_constraint_stops_the_second():
    turn = TurnFactory(places=1)
    people = gardeners(turn.chore.garden, 2)

    with unlocked(duty_verbs), meeting_before(Duty.objects, "create"):
        results = all_at_once(
            lambda who: actions.take_turn(turn_id=turn.pk, tenancy_id=who.pk), people
        )

    assert Duty.objects.live().count() == 1
    assert kinds_of(results) == {Duty, IntegrityError}


def test_the_first_to_replace_has_the_turn():
    turn = TurnFactory(places=1)
    holder, *others = gardeners(turn.chore.garden, PEOPLE)
    duty = actions.take_turn(turn_id=turn.pk, tenancy_id=holder.pk)
    actions.ask_replacement(token=duty.token)

    results = all_at_once(lambda who: actions.replace(duty_id=duty.pk, tenancy_id=who.pk), others)

    assert Duty.objects.live().count() == 1
    assert sum(isinstance(result, AlreadyTakenError) for result in results) == PEOPLE - 2


def test_without_the_lock_two_think_they_replace():
    turn = TurnFactory(places=1)
    holder, *others = gardeners(turn.chore.garden, 3)
    duty = actions.take_turn(turn_id=turn.pk, tenancy_id=holder.pk)
    actions.ask_replacement(token=duty.token)
    with unlocked(replacing), meeting_before(replacing, "let_go"):
        results = all_at_once(
            lambda who: actions.replace(duty_id=duty.pk, tenancy_id=who.pk), others
        )

    assert Duty.objects.live().count() == 1
    assert AlreadyTakenError not in kinds_of(results)  # refused by the place or the constraint


def test_the_tiller_is_booked_once_for_the_same_hours():
    thing = ThingFactory()
    people = gardeners(thing.garden, PEOPLE)

    results = all_at_once(lambda who: book(thing, who), people)

    assert Loan.objects.count() == 1
    assert sum(isinstance(result, ThingBusyError) for result in results) == PEOPLE - 1


def test_without_the_lock_only_the_exclusion_stops_the_second_booking():
    thing = ThingFactory()
    people = gardeners(thing.garden, 2)
    look = mock.patch.object(thing_verbs, "_lock", lambda pk: Thing.objects.get(pk=pk))

    with look, meeting_before(Loan.objects, "create"):
        results = all_at_once(lambda who: book(thing, who), people)

    assert Loan.objects.count() == 1
    # Two entries that exclude each other are refused by the constraint, or as a deadlock upon it.
    [refused] = [result for result in results if not isinstance(result, Loan)]
    assert isinstance(refused, IntegrityError | OperationalError)


def test_three_bags_of_seeds_are_given_three_times():
    thing = ThingFactory(way=Thing.Way.GIVE, kind=Thing.Kind.SEED, quantity=3)
    people = gardeners(thing.garden, PEOPLE)

    results = all_at_once(
        lambda who: actions.ask_for_thing(thing_id=thing.pk, tenancy_id=who.pk), people
    )

    assert Loan.objects.count() == 3
    assert sum(isinstance(result, ThingGoneError) for result in results) == PEOPLE - 3


def test_without_the_lock_one_bag_is_promised_twice():
    thing = ThingFactory(way=Thing.Way.GIVE, kind=Thing.Kind.SEED, quantity=1)
    people = gardeners(thing.garden, 2)
    look = mock.patch.object(thing_verbs, "_lock", lambda pk: Thing.objects.get(pk=pk))

    with look, meeting_before(Loan.objects, "create"):
        all_at_once(lambda who: actions.ask_for_thing(thing_id=thing.pk, tenancy_id=who.pk), people)

    assert Loan.objects.count() == 2  # the race is real


def book(thing, who):
    starts_at = timezone.now() + timedelta(days=2)
    return actions.ask_for_thing(
        thing_id=thing.pk,
        tenancy_id=who.pk,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
    )
