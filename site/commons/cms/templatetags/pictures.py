"""One tag for every picture of the site: the right size for each screen, in a light format."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import SourceImageIOError

from commons.cms.pictures import Picture, Rendition

register = template.Library()

# What the picture is cut to, the smallest first. A cut follows the focal point an editor set.
SHAPES: dict[str, tuple[str, ...]] = {
    "whole": tuple(f"width-{width}|format-webp" for width in (480, 800, 1200, 1800)),
    "card": tuple(f"fill-{width}|format-webp" for width in ("320x200", "480x300", "800x500")),
    "square": tuple(f"fill-{width}|format-webp" for width in ("240x240", "480x480", "800x800")),
}
# How much of the screen it takes, for the browser to choose.
SPANS = {
    "column": "(min-width: 48rem) 40rem, 92vw",
    "half": "(min-width: 54rem) 32rem, 92vw",
    "card": "(min-width: 54rem) 22rem, (min-width: 30rem) 45vw, 92vw",
    "tile": "(min-width: 54rem) 14rem, 45vw",
}
LARGEST = "max-2000x2000|format-webp"


@register.simple_tag
def photo(
    picture: Picture | None, shape: str = "whole", span: str = "column", first: bool = False
) -> SafeString | str:
    """{% photo value.image shape="card" span="card" %}; ``first``: seen as the page opens, so not lazily.

    Nothing when there is no picture, or when its file is gone. Inside an image block the alternative text
    is the block's, elsewhere the picture's.
    """
    if picture is None:
        return ""
    try:
        sizes = _sizes(picture, SHAPES[shape])
    except SourceImageIOError:
        return ""
    middle = sizes[(len(sizes) - 1) // 2]
    return format_html(
        '<img class="photo" src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {} decoding="async">',
        middle.url,
        ", ".join(f"{size.url} {size.width}w" for size in sizes),
        SPANS[span],
        sizes[-1].width,
        sizes[-1].height,
        alternative(picture),
        SafeString('fetchpriority="high"' if first else 'loading="lazy"'),
    )


@register.filter
def largest(picture: Picture | None) -> str:
    """The address of a picture as large as any screen shows it; "" when its file is gone."""
    if picture is None:
        return ""
    try:
        url: str = picture.get_rendition(LARGEST).url
    except SourceImageIOError:
        return ""
    return url


@register.filter
def alternative(picture: Picture) -> str:
    """What is read to who does not see it; "" for a decoration."""
    if getattr(picture, "decorative", False):
        return ""
    return getattr(picture, "contextual_alt_text", None) or picture.default_alt_text


def _sizes(picture: Picture, specs: Sequence[str]) -> list[Rendition]:
    """Each width once: a small picture is never blown up."""
    renditions = picture.get_renditions(*specs).values()
    by_width = {rendition.width: rendition for rendition in renditions}
    return [by_width[width] for width in sorted(by_width)]
