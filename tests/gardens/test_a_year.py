"""A year of a garden, played with a clock that moves: every step happens, and every message leaves once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from commons.notices.actions import deliver
from commons.notices.models import Message
from gardens import actions
from gardens.models import (
    CareCase,
    Duty,
    Enrolment,
    Garden,
    PlotOffer,
    PlotRequest,
    Season,
    Tenancy,
)
from gardens.rules import care
from gardens.terms import Terms
from tests.gardens.care import ChoreFactory, TurnFactory
from tests.gardens.factories import GardenFactory, PlotFactory, TenancyFactory, ask
from tests.gardens.seasons import CharterFactory

pytestmark = pytest.mark.django_db

FIRST_YEAR = Terms(
    starts_on=date(2026, 3, 1),
    ends_on=date(2027, 2, 28),
    answer_by=date(2026, 2, 20),
    fee=Season.Fee.CHOICE,
    floor_cents=500,
    suggested_cents=2000,
    deposit_cents=1000,
)


@dataclass
class Play:
    """The garden, its clock, and what reached the mailboxes: (to, kind) in the order of leaving."""

    garden: Garden
    clock: Any
    left: list[tuple[str, str]] = field(default_factory=list)
    staying: dict[str, int] = field(default_factory=lambda: {"amina": 2000})  # cents given

    def on(self, day: date) -> None:
        """Go on to a day at ten; deliver on the way what falls due, twice as a sweep run again would."""
        self.clock.move_to(datetime(day.year, day.month, day.day, 10, tzinfo=UTC))
        actions.expire_offers(garden_id=self.garden.pk)
        self.deliver()
        self.deliver()

    def at(self, instant: datetime) -> None:
        """Go on to an instant, and deliver what is due then."""
        self.clock.move_to(instant)
        self.deliver()

    def deliver(self) -> None:
        due = Message.objects.filter(state=Message.State.DUE, due_at__lte=datetime.now(UTC))
        for message in due.order_by("due_at", "pk"):
            before = len(mail.outbox)
            deliver(message_id=message.pk)
            self.left += [
                (letter.to[0], message.kind.removeprefix("gardens."))
                for letter in mail.outbox[before:]
            ]

    def enrolment(self, email: str, year: int) -> Enrolment:
        return Enrolment.objects.get(tenancy__email=email, season__starts_on__year=year)

    def case(self) -> CareCase:
        return CareCase.objects.get()


@pytest.fixture
def play() -> Iterator[Play]:
    """Two households hold a plot of three; a charter is in force; three more wait."""
    with time_machine.travel(datetime(2026, 1, 10, 10, tzinfo=UTC), tick=False) as clock:
        garden = GardenFactory()
        plots = [PlotFactory(garden=garden) for _n in range(3)]
        CharterFactory(garden=garden)
        for plot, name in zip(plots, ("amina", "bo"), strict=False):
            TenancyFactory(
                plot=plot,
                name=name.title(),
                email=f"{name}@exemple.fr",
                starts_on=date(2024, 3, 1),
                state=Tenancy.State.CONFIRMED,
            )
        for name in ("chloe", "driss", "eva"):
            ask(garden, name=name.title(), email=f"{name}@exemple.fr")
        yield Play(garden, clock)


def turn_of_the_rota(play: Play) -> None:
    """Amina takes a turn of watering in May, is reminded of it, and says it is done."""
    play.on(date(2026, 4, 20))
    turn = TurnFactory(chore=ChoreFactory(garden=play.garden), day=date(2026, 5, 5))
    amina = Tenancy.objects.get(email="amina@exemple.fr")
    duty = actions.take_turn(turn_id=turn.pk, tenancy_id=amina.pk)
    play.at(datetime(2026, 5, 4, 20, tzinfo=UTC))
    play.on(date(2026, 5, 5))
    play.at(turn.ends_at + timedelta(minutes=5))
    assert actions.say_done(token=duty.token).state == Duty.State.DONE


def a_corner_is_shared(play: Play) -> None:
    """Driss, first in line, joins Amina on a corner of her plot; both say yes."""
    play.on(date(2026, 6, 1))
    amina = Tenancy.objects.get(email="amina@exemple.fr")
    corner = actions.open_corner(token=amina.token, surface_m2=4, shares="La planche du fond")
    match = actions.propose_match(corner_id=corner.pk, by=None)
    play.on(date(2026, 6, 2))
    actions.say_yes(token=match.guest_token)
    play.on(date(2026, 6, 3))
    actions.say_yes(token=match.host_token)
    play.on(date(2026, 6, 4))
    actions.stay(
        enrolment_id=play.enrolment("driss@exemple.fr", 2026).pk,
        signed_by="Driss",
        chosen_cents=500,
    )
    play.on(date(2026, 6, 5))
    play.staying["driss"] = 500


def spring(play: Play) -> None:
    """The season opens: Amina stays, Bo leaves after a reminder."""
    play.on(date(2026, 1, 20))
    charter = play.garden.charters.get()
    terms = Terms(**(vars(FIRST_YEAR) | {"charter": charter}))
    actions.open_season(garden_id=play.garden.pk, terms=terms, by=None)
    play.on(date(2026, 1, 25))
    actions.stay(
        enrolment_id=play.enrolment("amina@exemple.fr", 2026).pk,
        signed_by="Amina",
        chosen_cents=1500,
    )
    actions.note_paid_by_hand(enrolment_id=play.enrolment("amina@exemple.fr", 2026).pk, by=None)
    play.on(date(2026, 2, 8))  # past the first reminder
    actions.leave(enrolment_id=play.enrolment("bo@exemple.fr", 2026).pk)
    play.on(date(2026, 3, 2))


def offers(play: Play) -> None:
    """Two plots go to the list: Chloé accepts, Driss lets it expire, then Eva accepts."""
    bo_s, empty = play.garden.plots.order_by("pk")[1:3]
    _offer(play, "chloe", empty.pk)
    _offer(play, "driss", bo_s.pk)
    play.on(date(2026, 3, 4))
    _accept("chloe", cents=500)
    play.on(date(2026, 3, 10))  # past the reminder of Driss's offer
    play.on(date(2026, 3, 20))
    _offer(play, "eva", bo_s.pk)
    play.on(date(2026, 3, 22))
    _accept("eva", cents=1000)
    play.on(date(2026, 3, 23))
    play.on(date(2026, 4, 1))


def _offer(play: Play, name: str, plot_id: int) -> None:
    asked = PlotRequest.objects.get(email=f"{name}@exemple.fr")
    actions.offer_plot(
        request_id=asked.pk,
        plot_id=plot_id,
        starts_on=date(2026, 4, 1),
        by=None,
        reason="Tour de rôle",
    )
    play.deliver()


def _accept(name: str, *, cents: int) -> None:
    offer = PlotOffer.objects.filter(request__email=f"{name}@exemple.fr").latest("pk")
    actions.accept_offer(token=offer.token, signed_by=name.title(), chosen_cents=cents)


def summer(play: Play) -> None:
    """Chloé's plot dries out; an answer goes unread for a while; the committee ends it in autumn."""
    tenancy = Tenancy.objects.get(email="chloe@exemple.fr")
    day = date(2026, 7, 1)
    play.on(day)
    actions.note_visit(tenancy_id=tenancy.pk, words="Plus rien ne pousse.", by=None)
    actions.answer_step(case_id=play.case().pk, token=tenancy.token, words="Je reviens bientôt.")
    steps = (
        (care.VISITED, actions.offer_help),
        (care.HELP, actions.give_notice),
        (care.NOTICE, actions.bring_to_committee),
        (care.COMMITTEE, actions.release_plot),
    )
    for before, verb in steps:
        day += care.AFTER[before]
        play.on(day)
        actions.read_answer(case_id=play.case().pk, by=None)
        verb(case_id=play.case().pk, words="Nos mots.", by=None)
        play.deliver()


def winter(play: Play) -> None:
    """The next season is asked about; Eva never answers, is called, and stays; the year closes."""
    play.on(date(2027, 1, 15))
    terms = Terms(
        **(
            vars(FIRST_YEAR)
            | {
                "starts_on": date(2027, 3, 1),
                "ends_on": date(2028, 2, 29),
                "answer_by": date(2027, 2, 20),
                "charter": play.garden.charters.get(),
            }
        )
    )
    actions.open_season(garden_id=play.garden.pk, terms=terms, by=None)
    play.on(date(2027, 1, 16))
    for name, cents in play.staying.items():
        enrolment = play.enrolment(f"{name}@exemple.fr", 2027)
        actions.stay(enrolment_id=enrolment.pk, signed_by=name.title(), chosen_cents=cents)
    for day in (date(2027, 2, 7), date(2027, 2, 18), date(2027, 2, 25)):
        play.on(day)
    actions.stay(enrolment_id=play.enrolment("eva@exemple.fr", 2027).pk, chosen_cents=500)
    play.on(date(2027, 2, 28))
    season = Season.objects.get(starts_on=date(2026, 3, 1))
    actions.close_season(season_id=season.pk, by=None)
    play.on(date(2027, 3, 10))


def test_a_year_of_the_garden(play: Play):
    spring(play)
    offers(play)
    turn_of_the_rota(play)
    a_corner_is_shared(play)
    summer(play)
    winter(play)

    of = {name: Counter() for name in ("amina", "bo", "chloe", "driss", "eva")}
    for to, kind in play.left:
        of[to.removesuffix("@exemple.fr")][kind] += 1
    assert of["amina"] == {
        "stay-asked": 2, "stays": 2, "fee-paid": 1, "turn-reminder": 2,
        "match-host": 1, "first-yes-host": 1, "sharing-host": 1, "trial-ends-host": 1,
    }  # fmt: skip
    assert of["bo"] == {"stay-asked": 1, "stay-reminder": 1, "leaves": 1}
    assert of["chloe"] == {"request_received": 1, "offered": 1, "welcome": 1, "care-step": 5}
    assert of["driss"] == {
        "request_received": 1, "offered": 1, "offer-reminder": 1, "offer-expired": 1,
        "match-guest": 1, "sharing-guest": 1, "trial-ends-guest": 1,
        "stay-asked": 1, "stays": 2, "trial-confirmed": 1,
    }  # fmt: skip
    assert of["eva"] == {
        "request_received": 1, "offered": 1, "welcome": 1,
        "stay-asked": 1, "stay-reminder": 2, "stays": 1, "trial-confirmed": 1,
    }  # fmt: skip


def test_the_year_ends_as_everybody_was_told(play: Play):
    spring(play)
    offers(play)
    summer(play)
    winter(play)

    ends = dict(Tenancy.objects.values_list("email", "ends_on"))
    assert ends["amina@exemple.fr"] is ends["eva@exemple.fr"] is None
    assert ends["bo@exemple.fr"] == date(2026, 2, 28)
    released = date(2026, 7, 1) + sum(care.AFTER.values(), timedelta()) + care.TO_HARVEST
    assert ends["chloe@exemple.fr"] == released
    amina, eva = (play.enrolment(f"{name}@exemple.fr", 2027) for name in ("amina", "eva"))
    # A deposit is asked once, paid already or not.
    assert (amina.due_cents, eva.due_cents) == (2000, 500)
    assert not Message.objects.exclude(state__in=["sent", "dropped"]).exists()
    assert PlotRequest.objects.get(email="driss@exemple.fr").state == "waiting"
