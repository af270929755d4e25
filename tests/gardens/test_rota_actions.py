"""The verbs of the rota, on the real database: no place given twice, nobody at two places at once, nobody untold."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError
from django.utils import timezone

from commons.notices.models import Message
from commons.notices.tasks import sweep_messages
from gardens import actions, letters, queries, refusals
from gardens.models import CallOff, Duty, RestDay, Swap, Turn
from gardens.rules.proposal import Why, propose
from tests.gardens.care import ChoreFactory, TurnFactory, gardener, gardeners
from tests.gardens.factories import GardenFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)  # a Monday
TUESDAY = date(2026, 6, 2)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def garden():
    return GardenFactory()


@pytest.fixture
def chore(garden):
    return ChoreFactory(garden=garden)


@pytest.fixture
def nour(garden):
    return gardener(garden, "Nour")


@pytest.fixture
def sam(garden):
    return gardener(garden, "Sam")


def take(turn, who):
    return actions.take_turn(turn_id=turn.pk, tenancy_id=who.pk)


def kinds(**which):
    rows = Message.objects.filter(state=Message.State.DUE, **which)
    return sorted(kind.rpartition(".")[2] for kind in rows.values_list("kind", flat=True))


def test_turns_are_laid_once_from_the_pattern_and_only_to_come(chore):
    RestDay.objects.create(chore=chore, day=date(2026, 6, 5))

    laid = actions.lay_turns(chore_id=chore.pk)

    days = list(chore.turns.values_list("day", flat=True))
    assert laid == len(days) == 15  # Tuesdays and Fridays of eight weeks, less a rest day
    assert days[0] == TUESDAY
    assert date(2026, 6, 5) not in days
    assert actions.lay_turns(chore_id=chore.pk) == 0


def test_a_changed_pattern_takes_empty_turns_away_and_leaves_those_that_somebody_took(chore, nour):
    actions.lay_turns(chore_id=chore.pk)
    taken = chore.turns.get(day=TUESDAY)
    take(taken, nour)
    chore.weekdays = [3]
    chore.save()

    actions.lay_turns(chore_id=chore.pk)

    days = set(chore.turns.values_list("day", flat=True))
    assert TUESDAY in days
    assert {day.isoweekday() for day in days - {TUESDAY}} == {3}


def test_new_hours_are_those_of_turns_that_nobody_took(chore, nour):
    actions.lay_turns(chore_id=chore.pk)
    taken = chore.turns.get(day=TUESDAY)
    take(taken, nour)
    chore.opens = time(17)
    chore.save()

    actions.lay_turns(chore_id=chore.pk)

    hours = {timezone.localtime(turn.starts_at).hour for turn in chore.turns.exclude(day=TUESDAY)}
    assert hours == {17}
    assert chore.turns.get(day=TUESDAY) == taken
    assert chore.turns.count() == 16


def test_a_turn_taken_has_two_reminders_and_a_second_press_changes_nothing(chore, nour):
    turn = TurnFactory(chore=chore)
    duty = take(turn, nour)

    assert take(turn, nour) == duty
    due = list(Message.objects.order_by("due_at").values_list("due_at", flat=True))
    assert due == [
        datetime(2026, 6, 3, 16, 0, tzinfo=UTC),
        datetime(2026, 6, 4, 5, 30, tzinfo=UTC),
    ]


def test_what_is_refused_is_refused(garden, chore, nour, sam):
    turn = TurnFactory(chore=chore)
    take(turn, nour)
    with pytest.raises(refusals.TurnFullError):
        take(turn, sam)
    with pytest.raises(refusals.NotTheirsError):
        take(TurnFactory(chore=chore, day=date(2026, 6, 8)), gardener(GardenFactory(), "Bo"))
    gone = gardener(garden, "Zoé", ends_on=TUESDAY)
    with pytest.raises(refusals.NotTheirsError):
        take(TurnFactory(chore=chore, day=date(2026, 6, 9)), gone)
    same_hour = TurnFactory(chore=ChoreFactory(garden=garden))
    with pytest.raises(refusals.TwoAtOnceError):
        take(same_hour, nour)
    with pytest.raises(refusals.TurnOverError):
        take(TurnFactory(chore=chore, day=date(2026, 5, 30)), sam)


def test_the_database_itself_refuses_two_duties_at_once(garden, chore, nour):
    take(TurnFactory(chore=chore), nour)
    other = TurnFactory(chore=ChoreFactory(garden=garden))
    with pytest.raises(IntegrityError):
        Duty.objects.create(
            turn=other, place=1, tenancy=nour, household=nour.household,
            starts_at=other.starts_at, ends_at=other.ends_at, taken_at=NOW,
        )  # fmt: skip


def test_a_turn_given_back_is_free_and_reminds_nobody(chore, nour, sam):
    turn = TurnFactory(chore=chore)
    duty = take(turn, nour)

    actions.give_back(token=duty.token)
    actions.give_back(token=duty.token)

    assert kinds() == []
    assert take(turn, sam).household == sam.household


def test_each_reminder_leaves_once_with_two_ways_on(chore, nour, clock):
    duty = take(TurnFactory(chore=chore), nour)
    clock.move_to(datetime(2026, 6, 3, 17, 0, tzinfo=UTC))
    sweep_messages()
    sweep_messages()

    (letter,) = mail.outbox
    assert f"/jardins/tour/{duty.token}/je-viens/" in letter.body
    assert f"/jardins/tour/{duty.token}/je-ne-peux-pas/" in letter.body
    assert "Deux arrosoirs par planche." in letter.body
    clock.move_to(datetime(2026, 6, 4, 6, 0, tzinfo=UTC))
    sweep_messages()
    assert len(mail.outbox) == 2


def test_a_replacement_is_asked_of_those_who_could_come_and_the_first_has_it(garden, chore, nour):
    turn = TurnFactory(chore=chore)
    duty = take(turn, nour)
    sam, bo = gardener(garden, "Sam"), gardener(garden, "Bo")
    cannot = gardener(garden, "Zoé")
    actions.write_wishes(tenancy_id=cannot.pk, days_off=[turn.day.isoweekday()])
    busy = gardener(garden, "Ali")
    take(TurnFactory(chore=ChoreFactory(garden=garden)), busy)
    gardener(garden, "Sans", email="")

    actions.ask_replacement(token=duty.token)
    actions.ask_replacement(token=duty.token)

    asked = Message.objects.filter(kind=letters.TURN_REPLACEMENT)
    assert set(asked.values_list("to", flat=True)) == {sam.email, bo.email}
    assert Duty.objects.get(pk=duty.pk).is_held  # still theirs

    taken = actions.replace(duty_id=duty.pk, tenancy_id=sam.pk)

    assert (taken.household, taken.how) == (sam.household, Duty.How.REPLACED)
    assert actions.replace(duty_id=duty.pk, tenancy_id=sam.pk) == taken
    with pytest.raises(refusals.AlreadyTakenError):
        actions.replace(duty_id=duty.pk, tenancy_id=bo.pk)
    sweep_messages()
    (told,) = mail.outbox  # the requests have no object any more
    assert told.to == [nour.email]
    assert "C’est pris" in told.subject


def test_who_can_come_after_all_is_not_replaced(chore, nour, sam):
    duty = take(TurnFactory(chore=chore), nour)
    actions.ask_replacement(token=duty.token)
    actions.say_coming(token=duty.token)
    with pytest.raises(refusals.AlreadyTakenError):
        actions.replace(duty_id=duty.pk, tenancy_id=sam.pk)


def test_a_day_of_rain_is_told_once_to_each_household(garden, chore, nour, sam):
    compost = ChoreFactory(garden=garden, name_fr="Compost", opens=time(9), closes=time(10))
    turns = [TurnFactory(chore=chore, day=TUESDAY), TurnFactory(chore=compost, day=TUESDAY)]
    for turn in turns:
        take(Turn.objects.get(pk=turn.pk), nour)

    called = actions.call_off(garden_id=garden.pk, day=TUESDAY, because="Orage")
    again = actions.call_off(garden_id=garden.pk, day=TUESDAY, because="Orage")

    assert again is None
    assert CallOff.objects.count() == 1
    sweep_messages()
    (letter,) = mail.outbox
    assert "Orage" in letter.body
    assert "Arrosage du soir" in letter.body
    assert "Compost" in letter.body
    assert kinds() == []  # no reminder is left
    with pytest.raises(refusals.TurnCalledOffError):
        take(Turn.objects.get(pk=turns[0].pk), sam)

    assert actions.reinstate(call_off_id=called.pk) == 2
    sweep_messages()
    assert len(mail.outbox) == 2
    assert "finalement" in mail.outbox[1].subject
    assert kinds(to=nour.email) == ["turn-reminder"] * 4


def test_rain_that_passes_before_the_mail_leaves_is_told_to_nobody(garden, chore, nour):
    take(TurnFactory(chore=chore, day=TUESDAY), nour)
    called = actions.call_off(garden_id=garden.pk, day=TUESDAY)
    actions.reinstate(call_off_id=called.pk)
    sweep_messages()
    assert mail.outbox == []


def test_one_turn_can_be_called_off_alone(garden, chore):
    first = TurnFactory(chore=chore, day=TUESDAY)
    other = TurnFactory(chore=ChoreFactory(garden=garden), day=TUESDAY)
    actions.call_off(garden_id=garden.pk, day=TUESDAY, turn_id=first.pk)
    assert Turn.objects.get(pk=first.pk).is_called_off
    assert not Turn.objects.get(pk=other.pk).is_called_off
    past = TurnFactory(chore=chore, day=date(2026, 5, 30))
    with pytest.raises(refusals.TurnOverError):
        actions.call_off(garden_id=garden.pk, day=past.day)


def test_hours_are_counted_when_a_turn_is_said_done_and_the_desk_corrects_them(chore, nour, clock):
    duty = take(TurnFactory(chore=chore, day=TUESDAY), nour)
    with pytest.raises(refusals.NotYetError):
        actions.say_done(token=duty.token)
    clock.move_to(datetime(2026, 6, 2, 17, 0, tzinfo=UTC))
    assert actions.say_done(token=duty.token).minutes == 60
    assert actions.say_done(token=duty.token, minutes=45).minutes == 45
    corrected = actions.settle_duty(duty_id=duty.pk, state=Duty.State.DONE, minutes=90)
    assert corrected.minutes == 90
    missed = actions.settle_duty(duty_id=duty.pk, state=Duty.State.MISSED)
    assert (missed.state, missed.minutes) == (Duty.State.MISSED, None)
    clock.move_to(datetime(2026, 6, 20, tzinfo=UTC))
    with pytest.raises(refusals.NotTheirsError):
        actions.say_done(token=duty.token)


class TestSwaps:
    @pytest.fixture
    def both(self, chore, nour, sam):
        mine = take(TurnFactory(chore=chore, day=date(2026, 6, 5)), nour)
        theirs = take(TurnFactory(chore=chore, day=date(2026, 6, 9)), sam)
        return mine, theirs

    def test_both_agree_and_each_has_the_others_turn(self, both, nour, sam):
        mine, theirs = both
        swap, is_new = actions.propose_swap(token=mine.token, wanted_id=theirs.pk)
        assert is_new
        assert actions.propose_swap(token=mine.token, wanted_id=theirs.pk) == (swap, False)

        gained = actions.accept_swap(token=swap.token)

        held = dict(Duty.objects.live().values_list("turn", "household"))
        assert held == {mine.turn_id: sam.household_id, theirs.turn_id: nour.household_id}
        assert gained.household == sam.household
        with pytest.raises(refusals.AlreadyTakenError):
            actions.accept_swap(token=swap.token)
        assert kinds(to=sam.email).count("turn-swapped") == 1
        assert kinds(to=nour.email).count("turn-swapped") == 1

    def test_no_leaves_each_with_their_own(self, both):
        mine, theirs = both
        swap, _new = actions.propose_swap(token=mine.token, wanted_id=theirs.pk)
        actions.decline_swap(token=swap.token)
        with pytest.raises(refusals.AlreadyTakenError):
            actions.accept_swap(token=swap.token)
        assert Duty.objects.get(pk=mine.pk).is_held
        assert "swap-declined" in kinds()

    def test_nobody_ends_with_two_at_once(self, both, garden, nour):
        mine, theirs = both
        same_hour = TurnFactory(chore=ChoreFactory(garden=garden), day=theirs.turn.day)
        swap, _new = actions.propose_swap(token=mine.token, wanted_id=theirs.pk)
        take(same_hour, nour)
        with pytest.raises(refusals.TwoAtOnceError):
            actions.accept_swap(token=swap.token)
        assert Duty.objects.live().count() == 3

    def test_two_turns_of_the_same_hour_can_be_swapped(self, garden, chore, nour, sam):
        mine = take(TurnFactory(chore=chore), nour)
        theirs = take(TurnFactory(chore=ChoreFactory(garden=garden)), sam)
        swap, _new = actions.propose_swap(token=mine.token, wanted_id=theirs.pk)
        assert actions.accept_swap(token=swap.token).turn == mine.turn

    def test_only_turns_at_whose_hour_both_are_free_are_shown(self, garden, chore, nour, sam):
        mine = take(TurnFactory(chore=chore), nour)
        free = take(TurnFactory(chore=chore, day=date(2026, 6, 20)), sam)
        assert list(queries.swappable_with(mine, now=NOW)) == [free]

        take(TurnFactory(chore=ChoreFactory(garden=garden), day=date(2026, 6, 20)), nour)
        assert not queries.swappable_with(mine, now=NOW)

    def test_an_offer_to_anybody_is_answered_by_a_swap_that_the_first_accepts(
        self, both, garden, nour, sam
    ):
        mine, theirs = both
        actions.propose_swap(token=mine.token)
        assert [s.offered for s in queries.open_swaps(garden.pk, now=NOW)] == [mine]

        answer, _new = actions.propose_swap(token=theirs.token, wanted_id=mine.pk)
        actions.accept_swap(token=answer.token)

        assert not queries.open_swaps(garden.pk, now=NOW)
        assert Swap.objects.filter(state=Swap.State.GONE).count() == 1

    def test_a_turn_given_back_is_swapped_no_more(self, both):
        mine, theirs = both
        swap, _new = actions.propose_swap(token=mine.token, wanted_id=theirs.pk)
        actions.give_back(token=mine.token)
        with pytest.raises(refusals.AlreadyTakenError):
            actions.accept_swap(token=swap.token)


class TestProposal:
    def test_what_is_confirmed_is_told_once_with_its_reason_and_each_way_to_decline(
        self, garden, chore, nour
    ):
        turns = [TurnFactory(chore=chore, day=date(2026, 6, day)) for day in (5, 9)]
        ground = queries.proposal_for(garden.pk, now=NOW)
        given = [
            actions.Given(turn_id=line.turn, tenancy_id=nour.pk, why=line.why)
            for line in propose(ground.needs, ground.helpers)
        ]

        written, refused = actions.confirm_proposal(garden_id=garden.pk, given=given)

        assert {duty.turn_id for duty in written} == {turn.pk for turn in turns}
        assert refused == []
        sweep_messages()
        (letter,) = mail.outbox
        assert "personne n’en a moins" in letter.body
        assert letter.body.count("/decliner/") == 2

    def test_a_line_that_can_no_longer_be_kept_is_given_back(self, garden, chore, nour, sam):
        turn = TurnFactory(chore=chore)
        take(turn, sam)
        line = actions.Given(turn_id=turn.pk, tenancy_id=nour.pk, why=Why(load=0))
        assert actions.confirm_proposal(garden_id=garden.pk, given=[line]) == ([], [line])

    def test_who_declines_is_followed_by_the_next_until_nobody_is_left(self, garden, chore):
        turn = TurnFactory(chore=chore)
        first, second = gardeners(garden, 2)
        line = actions.Given(turn_id=turn.pk, tenancy_id=first.pk, why=Why(load=0))
        (duty,), _refused = actions.confirm_proposal(garden_id=garden.pk, given=[line])

        following = actions.decline(token=duty.token)

        assert (following.household, following.how) == (second.household, Duty.How.PROPOSED)
        assert actions.decline(token=duty.token) is None
        assert "turn-proposed" in kinds(to=second.email)
        assert actions.decline(token=following.token) is None
        assert not turn.duties.live().exists()

    def test_loads_of_the_past_year_count_and_older_ones_do_not(self, garden, chore, nour, sam):
        for day, who in ((date(2026, 5, 20), nour), (date(2025, 4, 20), sam)):
            turn = TurnFactory(chore=chore, day=day)
            Duty.objects.create(
                turn=turn, place=1, tenancy=who, household=who.household, minutes=60,
                starts_at=turn.starts_at, ends_at=turn.ends_at, taken_at=NOW, state="done",
            )  # fmt: skip
        TurnFactory(chore=chore)
        ground = queries.proposal_for(garden.pk, now=NOW)
        assert propose(ground.needs, ground.helpers)[0].household == sam.household_id


def test_reading_the_proposal_asks_as_many_questions_for_few_and_for_many(
    garden, chore, django_assert_num_queries
):
    def read():
        queries.proposal_for(garden.pk, now=NOW)

    gardeners(garden, 2)
    TurnFactory(chore=chore)
    with django_assert_num_queries(3):
        read()
    gardeners(garden, 12)
    for day in range(3, 20):
        TurnFactory(chore=chore, day=TUESDAY + timedelta(days=day), places=2)
    with django_assert_num_queries(3):
        read()
