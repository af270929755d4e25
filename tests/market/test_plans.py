"""The hall's plan: geometry without a database, then who stands where, read in two queries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.models import Landmark
from market.plans import draw
from market.plans.awnings import awning, under_the_awning
from market.plans.boxes import Box, frame_round
from market.plans.drawing import in_lines
from market.plans.floor import floor_of
from tests.market.factories import MarketDayFactory, PitchFactory, StallFactory

sides = st.integers(1, 300)
boxes = st.builds(Box, x=sides, y=sides, width=sides, height=sides)
facings = st.sampled_from(["up", "right", "down", "left"])


@given(boxes)
def test_four_quarter_turns_come_back(box):
    within = frame = frame_round([box])
    turned = box
    for _ in range(4):
        turned, within = turned.turned(within=within), within.turned(within=within)
    assert turned.width == box.width
    assert within.width == frame.width


@given(st.lists(boxes, min_size=1, max_size=6))
def test_a_turned_plan_still_holds_what_it_held(plan):
    frame = frame_round(plan)
    around = frame.turned(within=frame)
    for box in plan:
        turned = box.turned(within=frame)
        assert around.x <= turned.x
        assert around.y <= turned.y
        assert turned.x + turned.width <= around.x + around.width
        assert turned.y + turned.height <= around.y + around.height


def test_what_was_on_the_left_is_at_the_top():
    frame = Box(x=0, y=0, width=300, height=200)
    assert Box(x=0, y=150, width=40, height=30).turned(within=frame) == Box(
        x=20, y=0, width=30, height=40
    )


@given(boxes, facings)
def test_words_stand_beside_the_awning_never_under_it(box, facing):
    room = under_the_awning(box, facing=facing)
    assert room.width * room.height == pytest.approx(0.74 * box.width * box.height)


@given(boxes, facings)
def test_an_awning_begins_and_ends_with_the_same_stripe(box, facing):
    tabs = awning(box, facing=facing).count("Z")
    stripes = awning(box, facing=facing, odd_only=True).count("Z")
    assert tabs == 2 * stripes - 1


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Le Fournil du Lavoir", ["Le Fournil du", "Lavoir"]),
        ("Ferme", ["Ferme"]),
        ("La Championnière-des-Prés", []),
    ],
)
def test_a_name_is_cut_at_its_spaces_or_left_to_the_list(name, lines):
    assert in_lines(name, most=13) == lines


@pytest.mark.django_db
def test_a_floor_says_who_stands_where_and_what_is_free(django_assert_num_queries):
    stall = StallFactory(pitch__number=4, producer__name="Ferme des Buis")
    hall = stall.market_day.place
    PitchFactory(place=hall, number=9, wheelchair_friendly=True)
    PitchFactory(number=5)  # in another hall
    StallFactory(pitch=stall.pitch, market_day=MarketDayFactory(place=hall))  # on another day
    Landmark.objects.create(place=hall, kind="roof", x=0, y=0, width=300, height=200)
    with django_assert_num_queries(2):
        floor = floor_of(stall.market_day, sought=stall.producer_id)
    assert [spot.pitch.number for spot in floor.spots] == [4, 9]
    assert floor.pitches == {stall.producer_id: 4}
    assert floor.sought.words == "Étal 4, Ferme des Buis"
    assert floor.empty_words == "Libre ce jour-là\u202f: l’emplacement 9."
    assert [drawing.shape for drawing in draw(floor).drawings] == ["wide", "tall"]


@pytest.mark.django_db
def test_a_hall_nobody_has_drawn_has_no_plan():
    assert draw(floor_of(MarketDayFactory())) is None
