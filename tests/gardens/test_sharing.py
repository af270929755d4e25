from datetime import date, timedelta

import pytest
from django.utils import timezone

from commons.notices.models import Message
from commons.people.models import Person
from gardens import actions, vacancies
from gardens.models import (
    AgreementChange,
    Corner,
    Enrolment,
    LogLine,
    Match,
    PlotOffer,
    PlotRequest,
    Season,
    SharingAgreement,
    Tenancy,
)
from gardens.refusals import (
    AgreementOverError,
    AlreadySharingError,
    ChangeStandsError,
    CornerGoneError,
    CornerTooLargeError,
    MatchGoneError,
    MatchStandsError,
    NobodySuitsError,
    NotSuitedError,
    OfferStandsError,
    PlotFullError,
    ReasonMissingError,
    TenancyOverError,
)
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask
from tests.gardens.sharing import NOW, corner_of, host_in, matched, parts_of, sharing

pytestmark = pytest.mark.django_db

State = Match.State


def keys() -> set[str]:
    return set(Message.objects.values_list("key", flat=True))


def log() -> str:
    return "\n".join(LogLine.objects.order_by("pk").values_list("words", flat=True))


# A corner


def test_a_corner_opens_once_and_is_taken_back():
    host = host_in()
    corner = corner_of(host)

    assert corner_of(host, surface_m2=3) == corner
    assert actions.withdraw_corner(token=host.token, now=NOW) == corner
    corner.refresh_from_db()
    assert (corner.state, corner.closed_at) == (Corner.State.WITHDRAWN, NOW)
    assert actions.withdraw_corner(token=host.token) is None
    assert corner_of(host) != corner


def test_a_corner_leaves_something_to_its_household():
    host = host_in()
    with pytest.raises(CornerTooLargeError):
        corner_of(host, surface_m2=20)
    shared = host_in(plot={"kind": "shared", "parts": 2})
    with pytest.raises(CornerTooLargeError) as refused:
        corner_of(shared, surface_m2=10)
    assert refused.value.most_m2 == 10


def test_who_left_or_shares_already_has_no_corner_to_give():
    gone = host_in(ends_on=NOW.date() - timedelta(days=1))
    with pytest.raises(TenancyOverError):
        corner_of(gone)
    agreement = sharing()
    for tenancy in (agreement.host, agreement.guest):
        with pytest.raises(AlreadySharingError):
            corner_of(tenancy, surface_m2=2)


# A match


def test_both_are_written_to_and_reminded():
    match = matched()

    assert match.expires_at == NOW + timedelta(days=10)
    assert (match.rank, match.reasons) == (1, ["turn"])
    assert keys() >= {f"match:{match.pk}:match-host", f"match:{match.pk}:match-guest"}
    again = Message.objects.get(key=f"match:{match.pk}:match-reminder-guest")
    assert again.due_at == match.expires_at - timedelta(days=3)


def test_whoever_is_passed_by_is_told_to_the_log_with_the_reason_and_no_name():
    garden = GardenFactory()
    ask(garden, email="a@exemple.fr", name="Ana", wish="alone", now=NOW - timedelta(days=3))
    ask(garden, email="b@exemple.fr", name="Bo", size="large", now=NOW - timedelta(days=2))
    matched(garden)

    assert "Rang 1" in log()
    assert "une parcelle pour son foyer" in log()
    assert "Rang 2" in log()
    assert "une autre surface" in log()
    assert not {name for name in ("Ana", "Bo", "Amina") if name in log()}


def test_a_corner_without_anybody_to_share_waits():
    garden = GardenFactory()
    ask(garden, wish="alone")
    corner = corner_of(host_in(garden))
    with pytest.raises(NobodySuitsError):
        actions.propose_match(corner_id=corner.pk, by=None, now=NOW)


def test_the_committee_chooses_another_for_a_reason_but_never_whom_it_does_not_suit():
    garden = GardenFactory()
    ask(garden, email="a@exemple.fr", now=NOW - timedelta(days=3))
    second = ask(garden, email="b@exemple.fr", now=NOW - timedelta(days=2))
    alone = ask(garden, email="c@exemple.fr", wish="alone", now=NOW - timedelta(days=1))
    corner, by = corner_of(host_in(garden)), Person.objects.create_user("sol@exemple.fr")

    with pytest.raises(NotSuitedError) as refused:
        actions.propose_match(corner_id=corner.pk, request_id=alone.pk, by=by, reason="x", now=NOW)
    assert refused.value.obstacle == "wants-alone"
    with pytest.raises(ReasonMissingError):
        actions.propose_match(corner_id=corner.pk, request_id=second.pk, by=by, now=NOW)
    match = actions.propose_match(
        corner_id=corner.pk, request_id=second.pk, by=by, reason="Voisines de palier.", now=NOW
    )
    assert (match.request, match.rank, match.reasons) == (second, 2, [])
    assert "Voisines de palier." in log()
    with pytest.raises(MatchStandsError):
        actions.propose_match(corner_id=corner.pk, by=by, now=NOW)


def test_the_same_two_are_never_brought_together_twice():
    match = matched()
    actions.say_no(token=match.guest_token, words="Trop loin.", now=NOW)
    host = match.corner.tenancy

    with pytest.raises(NobodySuitsError):
        actions.propose_match(corner_id=match.corner_id, by=None, now=NOW)
    actions.withdraw_corner(token=host.token, now=NOW)
    with pytest.raises(NobodySuitsError):
        actions.propose_match(corner_id=corner_of(host).pk, by=None, now=NOW)


def test_a_no_keeps_the_rank_the_corner_and_its_words_for_the_committee():
    match = matched()
    actions.say_no(token=match.host_token, words="Pas cette année.", now=NOW)
    match.refresh_from_db()

    assert (match.state, match.declined_by_host) == (State.DECLINED, True)
    assert match.decline_words == "Pas cette année."
    assert match.request.state == PlotRequest.State.WAITING
    assert match.corner.state == Corner.State.OPEN
    assert "Pas cette année." not in log()
    with pytest.raises(MatchGoneError):
        actions.say_yes(token=match.guest_token, now=NOW)


def test_the_first_yes_waits_for_the_other():
    match = matched()
    actions.say_yes(token=match.guest_token, now=NOW)
    actions.say_yes(token=match.guest_token, now=NOW + timedelta(hours=1))
    match.refresh_from_db()

    assert (match.state, match.guest_yes_at, match.host_yes_at) == (State.PROPOSED, NOW, None)
    assert f"match:{match.pk}:first-yes-host" in keys()
    assert Tenancy.objects.count() == 1


def test_two_yes_split_the_plot_and_write_the_agreement():
    agreement = sharing(phone="06 00 00 00 01")
    host, guest, match = agreement.host, agreement.guest, agreement.match

    assert parts_of(host.plot) == ("shared", 2)
    assert (guest.plot, guest.part, guest.state) == (host.plot, 2, Tenancy.State.TRIAL)
    assert (guest.name, guest.email, guest.phone) == (
        "Amina Diallo", "amina@exemple.fr", "06 00 00 00 01",
    )  # fmt: skip
    assert match.request.state == PlotRequest.State.GRANTED
    assert (match.state, match.corner.state) == (State.AGREED, Corner.State.SHARED)
    assert agreement.shares == "Les deux planches côté haie."
    assert agreement.trial_until == date(2026, 10, 10)
    assert actions.say_yes(token=match.host_token).state == State.AGREED
    assert SharingAgreement.objects.count() == 1


def test_the_trial_lasts_until_the_season_ends():
    garden = GardenFactory()
    Season.objects.create(
        garden=garden, starts_on=date(2026, 3, 1), ends_on=date(2026, 11, 15), state="open"
    )
    assert sharing(garden).trial_until == date(2026, 11, 15)
    # The guest signs, and chooses a fee, on the page of the plot.
    assert Enrolment.objects.get().state == Enrolment.State.ASKED


def test_a_corner_of_a_shared_plot_makes_a_part_more_and_leaves_the_free_one_free():
    garden = GardenFactory()
    host = host_in(garden, plot={"kind": "shared", "parts": 2})
    corner = corner_of(host, surface_m2=4)
    ask(garden, now=NOW)
    match = actions.propose_match(corner_id=corner.pk, by=None, now=NOW)
    actions.say_yes(token=match.guest_token, now=NOW)
    actions.say_yes(token=match.host_token, now=NOW)

    assert parts_of(host.plot) == ("shared", 3)
    assert host.plot.tenancies.count() == 2
    host.plot.refresh_from_db()
    assert vacancies.part_free_for(host.plot, starts_on=NOW.date(), now=NOW) == 3


def test_nobody_answers_in_time_and_the_corner_waits_for_the_next():
    match = matched()
    late = match.expires_at
    with pytest.raises(MatchGoneError):
        actions.say_yes(token=match.guest_token, now=late)
    assert actions.expire_matches(garden_id=match.request.garden_id, now=late) == 1
    assert actions.expire_matches(garden_id=match.request.garden_id, now=late) == 0
    match.refresh_from_db()
    assert (match.state, match.corner.state) == (State.EXPIRED, Corner.State.OPEN)
    assert match.request.state == PlotRequest.State.WAITING


def test_a_garden_may_propose_by_itself_and_go_on_to_the_next():
    garden = GardenFactory(matches_by_itself=True)
    first = ask(garden, email="a@exemple.fr", now=NOW - timedelta(days=2))
    second = ask(garden, email="b@exemple.fr", now=NOW - timedelta(days=1))
    corner = corner_of(host_in(garden))

    match = corner.matches.get()
    assert match.request == first
    actions.say_no(token=match.guest_token, now=NOW)
    assert corner.matches.alive(at=NOW).get().request == second


def test_a_match_is_taken_back_with_a_reason():
    match = matched()
    with pytest.raises(ReasonMissingError):
        actions.revoke_match(match_id=match.pk, by=None, reason=" ")
    actions.revoke_match(match_id=match.pk, by=None, reason="Parcelle inondée.", now=NOW)
    match.refresh_from_db()
    assert match.state == State.REVOKED
    assert "Parcelle inondée." in log()
    with pytest.raises(MatchGoneError):
        actions.revoke_match(match_id=match.pk, by=None, reason="Encore.", now=NOW)


def test_taking_the_corner_back_takes_the_match_back():
    match = matched()
    actions.withdraw_corner(token=match.corner.tenancy.token, now=NOW)
    with pytest.raises(MatchGoneError):
        actions.say_yes(token=match.guest_token, now=NOW)
    with pytest.raises(CornerGoneError):
        actions.propose_match(corner_id=match.corner_id, by=None, now=NOW)
    match.refresh_from_db()
    assert match.state == State.REVOKED


def test_leaving_the_list_frees_the_corner():
    match = matched()
    actions.withdraw_request(token=match.request.token, now=NOW)
    match.refresh_from_db()
    assert (match.state, match.corner.state) == (State.REVOKED, Corner.State.OPEN)


def test_a_plot_accepted_meanwhile_ends_the_match_and_a_shared_corner_the_offer():
    now = timezone.now()
    garden = GardenFactory()
    match = matched(garden, wish="either")
    Match.objects.update(proposed_at=now, expires_at=now + timedelta(days=5))
    plot = PlotFactory(garden=garden)
    today = timezone.localdate(now)
    offer = actions.offer_plot(
        request_id=match.request_id, plot_id=plot.pk, starts_on=today, by=None, reason="x", now=now
    )
    actions.say_yes(token=match.guest_token, now=now)
    actions.say_yes(token=match.host_token, now=now)
    offer.refresh_from_db()
    assert offer.state == PlotOffer.State.REVOKED

    other = ask(garden, email="bo@exemple.fr", now=now)
    second = corner_of(host_in(garden, email="c@exemple.fr"), now=now)
    match = actions.propose_match(corner_id=second.pk, by=None, now=now)
    assert match.request == other
    offer = actions.offer_plot(
        request_id=other.pk, plot_id=plot.pk, starts_on=today, by=None, reason="x", now=now
    )
    actions.accept_offer(token=offer.token, now=now)
    match.refresh_from_db()
    assert match.state == State.REVOKED


# Living together


def test_new_words_count_once_the_other_agrees():
    agreement = sharing()
    host, guest = agreement.host, agreement.guest
    words = {"shares": "Trois planches pour vous.", "duties": "Arroser."}
    assert actions.amend_agreement(token=host.token, shares=agreement.shares, duties="") is None

    change = actions.amend_agreement(token=host.token, **words)
    with pytest.raises(ChangeStandsError):
        actions.amend_agreement(token=guest.token, shares="Rien.", duties="")
    # One's own words cannot be confirmed by oneself, and may be replaced.
    actions.answer_change(token=host.token, change_id=change.pk, agrees=True)
    change = actions.amend_agreement(token=host.token, **words | {"duties": "Arroser, tondre."})
    agreement.refresh_from_db()
    assert agreement.shares == "Les deux planches côté haie."

    actions.answer_change(token=guest.token, change_id=change.pk, agrees=True)
    agreement.refresh_from_db()
    assert (agreement.shares, agreement.duties) == (words["shares"], "Arroser, tondre.")
    states = sorted(AgreementChange.objects.values_list("state", flat=True))
    assert states == ["confirmed", "dropped"]


def test_words_that_are_refused_change_nothing():
    agreement = sharing()
    change = actions.amend_agreement(token=agreement.guest.token, shares="Tout.", duties="")
    actions.answer_change(token=agreement.host.token, change_id=change.pk, agrees=False)
    agreement.refresh_from_db()
    assert agreement.shares == "Les deux planches côté haie."


def test_it_lasts_once_both_go_on():
    agreement = sharing()
    for _twice in range(2):
        actions.keep_on(token=agreement.host.token, now=NOW)
    agreement.refresh_from_db()
    assert agreement.state == SharingAgreement.State.TRIAL
    actions.keep_on(token=agreement.guest.token, now=NOW)
    agreement.refresh_from_db()
    assert agreement.state == SharingAgreement.State.LASTING
    asked = Message.objects.get(key=f"agreement:{agreement.pk}:trial-ends-host")
    assert asked.state == Message.State.DROPPED


def test_the_guest_leaves_and_the_host_has_the_whole_plot_again():
    agreement = sharing()
    actions.leave_sharing(token=agreement.guest.token, now=NOW)
    agreement.refresh_from_db()
    host, guest = Tenancy.objects.get(pk=agreement.host_id), agreement.guest
    guest.refresh_from_db()

    assert (agreement.state, agreement.left_by) == (SharingAgreement.State.ENDED, guest)
    assert (guest.ends_on, host.ends_on) == (NOW.date(), None)
    assert parts_of(host.plot) == ("individual", 1)
    assert vacancies.part_free_for(host.plot, starts_on=NOW.date(), now=NOW) is None
    assert corner_of(host).state == Corner.State.OPEN
    with pytest.raises(AgreementOverError):
        actions.leave_sharing(token=host.token)


def test_a_guest_who_leaves_the_trial_may_wait_again_at_the_same_date():
    agreement = sharing()
    asked_at = agreement.match.request.asked_at
    actions.leave_sharing(token=agreement.guest.token, back_in_line=True, now=NOW)
    asked = PlotRequest.objects.get()
    assert (asked.state, asked.asked_at, asked.closed_at) == ("waiting", asked_at, None)

    lasting = sharing(name="Bo Martin", email="bo@exemple.fr")
    actions.keep_on(token=lasting.host.token)
    actions.keep_on(token=lasting.guest.token)
    actions.leave_sharing(token=lasting.guest.token, back_in_line=True, now=NOW)
    assert not PlotRequest.objects.waiting().filter(email="bo@exemple.fr").exists()


def test_the_host_leaves_and_the_guest_keeps_their_part():
    agreement = sharing()
    plot = agreement.host.plot
    actions.leave_sharing(token=agreement.host.token, now=NOW)

    guest = Tenancy.objects.get(pk=agreement.guest_id)
    assert (guest.ends_on, guest.part, guest.state) == (None, 2, Tenancy.State.TRIAL)
    assert parts_of(plot) == ("shared", 2)
    tomorrow = NOW.date() + timedelta(days=1)
    assert vacancies.part_free_for(plot, starts_on=tomorrow, now=NOW) == 1


def test_who_stays_may_ask_for_the_whole_plot_and_the_committee_decides():
    agreement = sharing()
    plot = agreement.host.plot
    with pytest.raises(AgreementOverError):
        actions.ask_whole_plot(token=agreement.guest.token)
    actions.leave_sharing(token=agreement.host.token, now=NOW)
    actions.ask_whole_plot(token=agreement.guest.token, now=NOW)
    with pytest.raises(ReasonMissingError):
        actions.decide_whole_plot(agreement_id=agreement.pk, granted=True, by=None, reason="")

    actions.decide_whole_plot(
        agreement_id=agreement.pk, granted=True, by=None, reason="Foyer de cinq.", now=NOW
    )
    assert parts_of(plot) == ("individual", 1)
    tomorrow = NOW.date() + timedelta(days=1)
    assert vacancies.part_free_for(plot, starts_on=tomorrow, now=NOW) is None
    guest = Tenancy.objects.get(pk=agreement.guest_id)
    guest.full_clean()  # its part keeps the number it had
    assert "Foyer de cinq." in log()


@pytest.mark.parametrize("how", ["held", "offered"])
def test_a_part_given_meanwhile_is_not_given_again(how):
    agreement = sharing()
    plot, garden = agreement.host.plot, agreement.host.plot.garden
    actions.leave_sharing(token=agreement.host.token, now=NOW)
    actions.ask_whole_plot(token=agreement.guest.token, now=NOW)
    tomorrow = NOW.date() + timedelta(days=1)
    if how == "held":
        TenancyFactory(plot=plot, part=1, starts_on=tomorrow)
        refusal = PlotFullError
    else:
        asked = ask(garden, email="bo@exemple.fr", now=NOW)
        actions.offer_plot(
            request_id=asked.pk, plot_id=plot.pk, starts_on=tomorrow, by=None, now=NOW
        )
        refusal = OfferStandsError
    with pytest.raises(refusal):
        actions.decide_whole_plot(
            agreement_id=agreement.pk, granted=True, by=None, reason="x", now=NOW
        )


def test_the_committee_is_called_and_notes_what_came_of_it():
    agreement = sharing()
    actions.ask_for_talk(token=agreement.guest.token, words="L’eau, surtout.", now=NOW)
    agreement.refresh_from_db()
    assert (agreement.talk_asked_at, agreement.talk_words) == (NOW, "L’eau, surtout.")
    actions.note_talk(agreement_id=agreement.pk, by=None, words="Un tour chacun.", now=NOW)
    agreement.refresh_from_db()
    assert (agreement.talk_asked_at, agreement.talk_words) == (None, "")
    assert "Un tour chacun." in log()
    assert "L’eau" not in log()


def test_an_agreement_outlives_the_request_that_is_forgotten():
    agreement = sharing()
    actions.forget_closed_requests(now=NOW + timedelta(days=400))
    agreement.refresh_from_db()
    assert agreement.match is None
    assert agreement.is_living


def test_however_the_host_left_the_guest_goes_on_alone_the_day_after():
    agreement = sharing()
    host = agreement.host
    last_day = timezone.localdate(NOW) + timedelta(days=30)
    Tenancy.objects.filter(pk=host.pk).update(ends_on=last_day)

    assert actions.part_those_who_left(now=NOW + timedelta(days=30)) == 0
    assert actions.part_those_who_left(now=NOW + timedelta(days=31)) == 1
    assert actions.part_those_who_left(now=NOW + timedelta(days=32)) == 0
    agreement.refresh_from_db()
    assert agreement.state == SharingAgreement.State.ENDED
    assert (agreement.ended_on, agreement.left_by_id) == (last_day, host.pk)
    assert Tenancy.objects.get(pk=agreement.guest_id).ends_on is None


def test_the_open_corner_of_who_left_is_withdrawn():
    corner = corner_of(host_in())
    Tenancy.objects.update(ends_on=timezone.localdate(NOW))
    assert actions.part_those_who_left(now=NOW + timedelta(days=1)) == 1
    corner.refresh_from_db()
    assert corner.state == Corner.State.WITHDRAWN
