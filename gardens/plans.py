"""Draws a garden's plan as one would on the shed door: lines that a hand could have made.

Pure functions from rows to what the template ``gardens/plan.html`` needs. One unit is a decimetre.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from commons.cms.spoken import say_quantity
from commons.drawing import bounding_box, hand_drawn, middle_of, rectangle
from gardens.models import Feature, Plot
from gardens.queries import Glance
from gardens.rules.standing import Standing

LETTERS_ACROSS = 30  # a number is as high as the plan is long, divided by this
MENTION_WIDTH = 0.36  # width of a letter of a mention, as a part of a number's height


@dataclass(frozen=True, kw_only=True)
class PartMark:
    """A dot for one part of a shared plot: filled when a household holds it, or is offered it."""

    x: float
    y: float
    held: bool


@dataclass(frozen=True, kw_only=True)
class DrawnPlot:
    plot: Plot
    url: str  # of the plot's own page
    standing: Standing
    path: str  # of an SVG <path>
    x: float  # the middle of the plot
    number_y: float  # where words stand on their line, as SVG counts
    words: str  # the plot said in one breath
    mention: str  # the standing in a word or two, or none
    mention_y: float | None  # None when the plot is too small for the mention
    marks: list[PartMark]


@dataclass(frozen=True, kw_only=True)
class DrawnFeature:
    feature: Feature
    path: str
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that the plan shows; ``letter`` is the height of a number, in proportion to the plan."""

    garden_id: int
    slug: str
    name: str
    width: int
    height: int
    letter: float
    ground: str
    features: list[DrawnFeature]
    plots: list[DrawnPlot]


def draw(glance: Glance) -> Plan:
    """The plan of a garden on the day it was read."""
    garden = glance.garden
    letter = max(garden.plan_width, garden.plan_height) / LETTERS_ACROSS
    edge = rectangle(0, 0, garden.plan_width, garden.plan_height)
    return Plan(
        garden_id=garden.pk,
        slug=garden.slug,
        name=garden.name,
        width=garden.plan_width,
        height=garden.plan_height,
        letter=round(letter, 1),
        ground=hand_drawn(edge, seed=garden.pk),
        features=[_drawn_feature(feature) for feature in glance.features],
        plots=[_drawn_plot(plot, letter=letter) for plot in glance.plots],
    )


def _drawn_plot(plot: Plot, *, letter: float) -> DrawnPlot:
    x, y = middle_of(plot.outline)
    mention = mention_of(plot)
    marks = list(_marks(plot, x=x, y=y + letter * 0.25, gap=letter * 0.62))
    has_mention = _fits(mention, plot, letter=letter)
    # Alone, the number stands in the middle; it rises by a line for the dots, less for the mention.
    rise = 0.25 if marks else -0.05 if has_mention else -0.35
    return DrawnPlot(
        plot=plot,
        url=plot.get_absolute_url(),
        standing=plot.standing,
        path=hand_drawn(plot.outline, seed=plot.number * 3),
        x=x,
        number_y=round(y - letter * rise, 1),
        words=_in_one_breath(plot, mention=mention if marks else ""),
        mention=mention,
        mention_y=round(y + letter * (1.2 if marks else 0.95), 1) if has_mention else None,
        marks=marks,
    )


def _in_one_breath(plot: Plot, *, mention: str) -> str:
    """ "Parcelle 7, libre, 20 m²" """
    said = _("Parcelle %(number)s, %(standing)s, %(surface)s") % {
        "number": plot.number,
        "standing": plot.standing.label,
        "surface": say_quantity(plot.surface_m2, "m²"),
    }
    return f"{said}, {mention}" if mention else said


def _fits(mention: str, plot: Plot, *, letter: float) -> bool:
    """Whether the mention has room: the list says it in any case."""
    _x, _y, width, height = bounding_box(plot.outline)
    return 0 < len(mention) * letter * MENTION_WIDTH < width and height > 2.8 * letter


def _drawn_feature(feature: Feature) -> DrawnFeature:
    outline = rectangle(feature.x, feature.y, feature.width, feature.height)
    x, y = middle_of(outline)
    return DrawnFeature(feature=feature, path=hand_drawn(outline, seed=feature.pk), x=x, y=y)


def _marks(plot: Plot, *, x: float, y: float, gap: float) -> Iterator[PartMark]:
    if plot.parts < 2:
        return
    left = x - gap * (plot.parts - 1) / 2
    for part in range(plot.parts):
        yield PartMark(
            x=round(left + gap * part, 1), y=round(y, 1), held=part < plot.parts - plot.free_parts
        )


def mention_of(plot: Plot) -> str:
    """How a plot stands in a word or two; a plot held by one household needs none."""
    if plot.standing in (Standing.FREE, Standing.OFFERED):
        return str(plot.standing.label)
    if plot.standing == Standing.COLLECTIVE:
        return _("en commun")
    if plot.standing == Standing.HELD:
        return ""
    if plot.free_parts:
        return _("un coin libre")
    if plot.tenants < plot.parts:
        return _("un coin proposé")
    return {2: _("à deux"), 3: _("à trois")}.get(plot.tenants, _("à plusieurs"))
