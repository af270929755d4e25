"""Two doors at once on the same corner, on real PostgreSQL; first without the lock, to see the race."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from django.utils import timezone

from gardens import actions, matchmaking
from gardens.actions import matches
from gardens.models import Corner, Garden, Match, PlotRequest, SharingAgreement, Tenancy
from gardens.refusals import MatchStandsError, NobodySuitsError
from tests.crowd import all_at_once, meeting_after
from tests.gardens.factories import GardenFactory, PlotFactory, ask
from tests.gardens.sharing import corner_of, host_in, parts_of

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@contextmanager
def unlocked(module, last_look) -> Iterator[None]:
    """The verbs without the garden's lock: both have had their last look before either writes."""
    look = mock.patch.object(matches, "lock_garden", lambda pk: Garden.objects.get(pk=pk))
    with look, meeting_after(module, last_look):
        yield


def two_corners(garden):
    return [
        corner_of(host_in(garden, email=f"{box}@exemple.fr"), now=timezone.now())
        for box in ("solange", "odile")
    ]


def proposed(garden=None):
    garden = garden or GardenFactory()
    ask(garden, wish="share")
    corner = corner_of(host_in(garden), now=timezone.now())
    return actions.propose_match(corner_id=corner.pk, by=None)


def propose(corner):
    return actions.propose_match(corner_id=corner.pk, by=None)


def test_two_hosts_for_one_guest():
    garden = GardenFactory()
    ask(garden, wish="share")
    results = all_at_once(propose, two_corners(garden))

    assert Match.objects.filter(state=Match.State.PROPOSED).count() == 1
    # The second looked under the lock, and found nobody left: a sentence, not an accident.
    refused = [result for result in results if isinstance(result, Exception)]
    assert [type(error) for error in refused] == [NobodySuitsError]


def test_without_the_lock_only_the_constraint_stops_the_second_host():
    garden = GardenFactory()
    ask(garden, wish="share")
    with unlocked(matchmaking, "look"):
        results = all_at_once(propose, two_corners(garden))
    assert Match.objects.filter(state=Match.State.PROPOSED).count() == 1
    assert "match_one_per_request" in "".join(str(result) for result in results)


def test_one_corner_is_proposed_once():
    garden = GardenFactory()
    ask(garden, wish="share", email="a@exemple.fr")
    ask(garden, wish="share", email="b@exemple.fr")
    corner = corner_of(host_in(garden), now=timezone.now())
    results = all_at_once(propose, [corner] * 4)
    assert Match.objects.count() == 1
    assert sum(isinstance(result, MatchStandsError) for result in results) == 3


def test_both_say_yes_in_the_same_second():
    match = proposed()
    results = all_at_once(
        lambda token: actions.say_yes(token=token), [match.host_token, match.guest_token]
    )
    assert not [result for result in results if isinstance(result, Exception)]
    assert SharingAgreement.objects.count() == 1
    assert Tenancy.objects.count() == 2
    assert parts_of(match.corner.tenancy.plot) == ("shared", 2)


def test_without_the_lock_two_yes_may_pass_each_other():
    """The control: each saw the other's silence, and nobody wrote the agreement."""
    match = proposed()
    with unlocked(matches, "_still_stands"):
        all_at_once(
            lambda token: actions.say_yes(token=token), [match.host_token, match.guest_token]
        )
    match.refresh_from_db()
    assert match.state == Match.State.PROPOSED
    assert SharingAgreement.objects.count() == 0


def test_the_host_withdraws_while_the_guest_says_yes():
    match = proposed()
    actions.say_yes(token=match.host_token)
    all_at_once(
        lambda verb: verb(),
        [
            lambda: actions.withdraw_corner(token=match.corner.tenancy.token),
            lambda: actions.say_yes(token=match.guest_token),
        ],
    )
    match.refresh_from_db()
    shared = match.state == Match.State.AGREED
    assert match.corner.state == (Corner.State.SHARED if shared else Corner.State.WITHDRAWN)
    assert SharingAgreement.objects.count() == int(shared)
    assert parts_of(match.corner.tenancy.plot) == (("shared", 2) if shared else ("individual", 1))


def test_a_plot_is_accepted_while_the_match_is_agreed():
    garden = GardenFactory()
    match = proposed(garden)
    plot = PlotFactory(garden=garden)
    offer = actions.offer_plot(
        request_id=match.request_id, plot_id=plot.pk, starts_on=timezone.localdate(), by=None,
        reason="Les deux à la fois.",
    )  # fmt: skip
    actions.say_yes(token=match.host_token)
    all_at_once(
        lambda verb: verb(),
        [
            lambda: actions.accept_offer(token=offer.token),
            lambda: actions.say_yes(token=match.guest_token),
        ],
    )
    # The household has one place, whichever came first, and its request is satisfied once.
    assert Tenancy.objects.filter(email="amina@exemple.fr").count() == 1
    assert PlotRequest.objects.get().state == PlotRequest.State.GRANTED
    match.refresh_from_db()
    offer.refresh_from_db()
    assert {match.state, offer.state} in ({"agreed", "revoked"}, {"revoked", "accepted"})


def test_both_leave_at_once_and_the_plot_is_whole_and_free():
    match = proposed()
    actions.say_yes(token=match.host_token)
    actions.say_yes(token=match.guest_token)
    agreement = SharingAgreement.objects.get()
    tokens = [agreement.host.token, agreement.guest.token]
    all_at_once(lambda token: actions.leave_sharing(token=token), tokens)
    agreement.refresh_from_db()
    assert agreement.state == SharingAgreement.State.ENDED
    assert Tenancy.objects.exclude(ends_on=None).count() == 1
