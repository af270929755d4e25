import pytest

from gardens.models import Plot
from gardens.plans import mention_of
from tests.gardens.factories import PlotFactory


@pytest.mark.parametrize(
    ("kind", "parts", "tenants", "offered", "words"),
    [
        (Plot.Kind.INDIVIDUAL, 1, 0, 0, "libre"),
        (Plot.Kind.INDIVIDUAL, 1, 0, 1, "proposée"),
        (Plot.Kind.INDIVIDUAL, 1, 1, 0, ""),
        (Plot.Kind.SHARED, 2, 1, 0, "un coin libre"),
        (Plot.Kind.SHARED, 2, 1, 1, "un coin proposé"),
        (Plot.Kind.SHARED, 3, 1, 1, "un coin libre"),
        (Plot.Kind.SHARED, 2, 2, 0, "à deux"),
        (Plot.Kind.SHARED, 3, 3, 0, "à trois"),
        (Plot.Kind.SHARED, 5, 5, 0, "à plusieurs"),
        (Plot.Kind.COLLECTIVE, 0, 0, 0, "en commun"),
    ],
)
def test_how_a_plot_stands_in_a_word_or_two(kind, parts, tenants, offered, words):
    plot = PlotFactory.build(garden=None, kind=kind, parts=parts)
    plot.tenants, plot.offered = tenants, offered

    assert mention_of(plot) == words
