"""Draws a card as the house would: its awning, its letters, the pictogram of what it is about."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from django.contrib.staticfiles import finders
from django.utils.text import slugify
from PIL import Image, ImageDraw, ImageFont

from commons.cms.cards import Card, strokes

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
STRIPE = 60
AWNING = 84  # down to where the scallops begin
SMOOTH = 3  # drawn larger, then reduced: Pillow does not soften its own edges
PICTOGRAM = 300
WORDS = WIDTH - 2 * MARGIN - PICTOGRAM - 48
SIZES = (92, 80, 70, 62, 54, 46)
LEADING = 1.06
HEAD, FOOT = AWNING + 46, HEIGHT - 112  # the words stand between them
GAP, PLACE_STEP = 22, 44

PAPER, SHADE, INK, INK_SOFT, CREAM = "#fbf6ea", "#ddd3bd", "#20261f", "#4c5448", "#fffdf7"
GENERIC_PICTOGRAM = "halle"

SIGN = "bricolage-grotesque"
TEXT = "atkinson-hyperlegible-next"


class Paint(NamedTuple):
    """The colours of a trade, as in tokens.css by day."""

    deep: str
    stripe: str
    tint: str


PAINTS = {
    "": Paint("#862311", "#b5341d", "#f6e3b9"),
    "market": Paint("#862311", "#b5341d", "#fbe3d7"),
    "gardens": Paint("#1f4c2a", "#2a6538", "#e1edd7"),
    "workshops": Paint("#552c54", "#6d3b6c", "#f1e3ef"),
}


def draw(card: Card) -> bytes:
    """A PNG of 1200 by 630, the shape that every network asks for."""
    paint = PAINTS.get(card.trade, PAINTS[""])
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    _put_ground(image, paint, card.pictogram)
    canvas = ImageDraw.Draw(image)
    _put_words(canvas, card, paint)
    out = BytesIO()
    image.quantize(colors=128, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _put_ground(image: Image.Image, paint: Paint, pictogram: str) -> None:
    """What has round edges: the awning and the pictogram."""
    large = Image.new("RGB", (WIDTH * SMOOTH, HEIGHT * SMOOTH), PAPER)
    canvas = ImageDraw.Draw(large)
    _hang_awning(canvas, drop=8, colours=(SHADE, SHADE))
    _hang_awning(canvas, drop=0, colours=(paint.stripe, CREAM))
    canvas.rectangle(_scaled(0, HEIGHT - 14, WIDTH, HEIGHT), fill=paint.stripe)
    corner = (WIDTH - MARGIN - PICTOGRAM, (HEIGHT + AWNING - PICTOGRAM) / 2)
    canvas.ellipse(
        _scaled(
            corner[0] - 24, corner[1] - 24, corner[0] + PICTOGRAM + 24, corner[1] + PICTOGRAM + 24
        ),
        fill=CREAM,
    )
    strokes.paint(
        canvas, _read_pictogram(pictogram), at=((corner[0] + 18) * SMOOTH, (corner[1] + 18) * SMOOTH),
        size=(PICTOGRAM - 36) * SMOOTH, ink=paint.deep, tint=paint.tint,
    )  # fmt: skip
    image.paste(large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))


def _hang_awning(canvas: ImageDraw.ImageDraw, *, drop: int, colours: tuple[str, str]) -> None:
    """Stripes that end in scallops, ``drop`` pixels lower for the shade they throw."""
    foot = AWNING + drop
    for number, left in enumerate(range(0, WIDTH, STRIPE)):
        right, colour = left + STRIPE, colours[number % 2]
        canvas.rectangle(_scaled(left, 0, right, foot), fill=colour)
        canvas.ellipse(_scaled(left, foot - STRIPE / 2, right, foot + STRIPE / 2), fill=colour)


def _put_words(canvas: ImageDraw.ImageDraw, card: Card, paint: Paint) -> None:
    """The title as large as it fits, where and when under it, and the sign of the house."""
    where = _font(TEXT, 34, weight=500)
    place = _wrap(_plain(card.line), where)[:2]
    under = len(place) * PLACE_STEP + GAP if place else 0
    font, lines = _fitting(_plain(card.title), height=FOOT - HEAD - under)
    step = font.size * LEADING
    y = HEAD + (FOOT - HEAD - under - len(lines) * step) / 2
    for line in lines:
        canvas.text((MARGIN, y), line, font=font, fill=INK)
        y += step
    y += GAP
    for line in place:
        canvas.text((MARGIN, y), line, font=where, fill=INK_SOFT)
        y += PLACE_STEP
    sign = _font(SIGN, 34, weight=750)
    canvas.text((MARGIN, HEIGHT - 82), "Halle & Jardins", font=sign, fill=paint.deep)


def _fitting(title: str, *, height: float) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title holds; a longer one ends on an ellipsis."""
    for size in SIZES:
        font = _font(SIGN, size, weight=800)
        lines = _wrap(title, font)
        widest = max(map(font.getlength, lines), default=0)
        if widest <= WORDS and len(lines) * size * LEADING <= height:
            return font, lines
    kept = lines[: int(height / (font.size * LEADING))]
    kept[-1] = kept[-1].rstrip(" ,;:.") + "…"
    return font, kept


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Lines no wider than the column; a no-break space holds its words together."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WORDS:
            lines[-1] = longer
        elif word:
            lines.append(word)
    return lines


def _plain(text: str) -> str:
    """The letters that our fonts hold: theirs have no narrow no-break space."""
    return text.replace("\u202f", "\u00a0")


def _font(family: str, size: int, *, weight: int) -> ImageFont.FreeTypeFont:
    path = _path(f"vendor/fontsource-variable-{family}/{family}-latin-wght-normal.woff2")
    font = ImageFont.truetype(path, size)
    font.set_variation_by_axes([weight])
    return font


def _read_pictogram(name: str) -> str:
    drawn = f"pictograms/{slugify(name.replace('œ', 'oe'))}.svg"
    known = drawn if finders.find(drawn) else f"pictograms/{GENERIC_PICTOGRAM}.svg"
    return _path(known).read_text(encoding="utf-8")


def _path(name: str) -> Path:
    """A file of the house among the static ones. Raises FileNotFoundError."""
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(name)
    return Path(found)


def _scaled(*box: float) -> tuple[float, ...]:
    return tuple(number * SMOOTH for number in box)
