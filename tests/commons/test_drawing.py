"""Plans drawn by a hand that does not shake differently at each visit."""

from hypothesis import given
from hypothesis import strategies as st

from commons.drawing import hand_drawn, middle_of, rectangle

sides = st.integers(1, 400)


@given(sides, sides, st.integers(0, 99))
def test_a_hand_drawn_shape_is_the_same_at_each_visit_and_closed(width, height, seed):
    outline = rectangle(10, 10, width, height)

    path = hand_drawn(outline, seed=seed)

    assert path == hand_drawn(outline, seed=seed)
    assert path.startswith("M10 10Q")
    assert path.endswith("10 10Z")
    assert path.count("Q") == 4


def test_a_side_without_length_is_drawn_all_the_same():
    assert hand_drawn([[0, 0], [0, 0], [5, 5]], seed=1).count("Q") == 3


def test_the_number_stands_in_the_middle():
    assert middle_of(rectangle(10, 20, 30, 40)) == (25, 40)
