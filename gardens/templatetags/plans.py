"""Draws the plots of a plan, and says them in a list.

In Python: a template that loops over two hundred plots takes longer than the rest of its page.
"""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from commons.cms.spoken import say_quantity
from gardens.plans import DrawnPlot, PartMark, Plan
from gardens.rules.standing import Standing

register = template.Library()

HERE = mark_safe(' class="garden__here" aria-current="page"')
RAISED = mark_safe(" plot--raised")
# What stands on a plot that somebody gardens; the ground of the others is bare.
TEXTURES = {
    Standing.HELD: "rows",
    Standing.SHARED: "rows",
    Standing.COLLECTIVE: "flowers",
}


@register.simple_tag
def beds(plan: Plan, here: int | str) -> SafeString:
    """The plots as shapes, each a link to its page; ``here`` is the number of the one whose page this is."""
    return format_html_join(
        "\n",
        '<a href="{}"{} aria-label="{}"><path class="plot plot--{}{}" d="{}"/>{}'
        '<text class="plot__number" x="{}" y="{}">{}</text>{}{}</a>',
        (
            (
                bed.url,
                HERE if bed.plot.number == here else "",
                bed.words,
                bed.standing.value,
                RAISED if bed.plot.raised_bed else "",
                bed.path,
                _texture(bed, garden_id=plan.garden_id),
                bed.x,
                bed.number_y,
                bed.plot.number,
                _marks(bed.marks),
                _mention(bed),
            )
            for bed in plan.plots
        ),
    )


def _texture(bed: DrawnPlot, *, garden_id: int) -> str:
    texture = TEXTURES.get(bed.standing)
    if texture is None:
        return ""
    return format_html(
        '<path class="plot__rows" d="{}" fill="url(#{}-{})"/>', bed.path, texture, garden_id
    )


def _marks(marks: list[PartMark]) -> str:
    return format_html_join(
        "",
        '<circle class="plot__part{}" cx="{}" cy="{}" r=".2em"/>',
        ((" plot__part--held" if mark.held else "", mark.x, mark.y) for mark in marks),
    )


def _mention(bed: DrawnPlot) -> str:
    if bed.mention_y is None:
        return ""
    return format_html(
        '<text class="plot__mention" x="{}" y="{}">{}</text>', bed.x, bed.mention_y, bed.mention
    )


@register.simple_tag
def beds_in_words(plan: Plan) -> SafeString:
    """The plots as lines of a list: the plan for whoever does not see it."""
    word = _("Parcelle")
    return format_html_join(
        "\n",
        '<li id="parcelle-{}" class="plots__plot plots__plot--{}"><a href="{}">'
        '<b class="plots__number"><span class="visually-hidden">{}</span> {}</b>'
        '<span><strong>{}</strong><br><span class="meta">{}</span></span></a></li>',
        (
            (
                bed.plot.number,
                bed.standing.value,
                bed.url,
                word,
                bed.plot.number,
                _how_it_stands(bed),
                _ground(bed),
            )
            for bed in plan.plots
        ),
    )


def _how_it_stands(bed: DrawnPlot) -> str:
    said = capfirst(str(bed.standing.label))
    return f"{said}, {bed.mention}" if bed.marks else said


def _ground(bed: DrawnPlot) -> str:
    """ "20 m² · plein soleil · bac surélevé" """
    plot = bed.plot
    facts = [say_quantity(plot.surface_m2, "m²"), plot.get_sun_display()]
    return " · ".join([*facts, _("bac surélevé")] if plot.raised_bed else facts)
