import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardens.models import Plot
from gardens.outlines import rectangle
from gardens.plans import hand_drawn, mention_of, middle_of
from tests.gardens.factories import PlotFactory

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


@pytest.mark.parametrize(
    ("kind", "parts", "tenants", "words"),
    [
        (Plot.Kind.INDIVIDUAL, 1, 0, "libre"),
        (Plot.Kind.INDIVIDUAL, 1, 1, ""),
        (Plot.Kind.SHARED, 2, 1, "un coin libre"),
        (Plot.Kind.SHARED, 2, 2, "à deux"),
        (Plot.Kind.SHARED, 3, 3, "à trois"),
        (Plot.Kind.SHARED, 5, 5, "à plusieurs"),
        (Plot.Kind.COLLECTIVE, 0, 0, "en commun"),
    ],
)
def test_how_a_plot_stands_in_a_word_or_two(kind, parts, tenants, words):
    plot = PlotFactory.build(garden=None, kind=kind, parts=parts)
    plot.tenants = tenants

    assert mention_of(plot) == words
