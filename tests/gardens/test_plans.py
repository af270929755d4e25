import pytest

from gardens.models import Plot
from gardens.plans import mention_of
from tests.gardens.factories import PlotFactory


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
