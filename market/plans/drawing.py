"""Draws the hall's floor as a sign painter would: a striped awning over each stall, its number, its name.

Pure functions from rows to what ``market/plan.html`` needs. One unit is a decimetre. A hall wider
than it is high is drawn a second time, turned, for screens too narrow for the first drawing.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from commons.drawing import hand_drawn, rectangle
from market.models import Landmark
from market.models.hall import OnThePlan
from market.plans.awnings import awning, under_the_awning
from market.plans.boxes import Box, frame_round
from market.plans.floor import Floor, Spot

LETTER_WIDTH = 0.52  # of a letter of a name, as a part of its height
MOST_LINES = 3

# A quarter turn clockwise: what was on the left is now at the top.
TURNED = {"up": "right", "right": "down", "down": "left", "left": "up"}

# Their name is drawn by their shape; the others carry theirs.
SILENT = {"roof", "column", "tree", "door", "bench"}
PICTOGRAMS = {
    "pick-up": "panier",
    "kitchen": "cuisine",
    "compost": "compost",
    "bikes": "velo",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    words: str
    y: float


@dataclass(frozen=True, kw_only=True)
class DrawnPitch:
    spot: Spot
    path: str
    cloth: str  # the whole awning; both empty on a pitch where nobody stands
    stripes: str  # every second of its tabs
    x: float
    number_y: float
    lines: list[Line]  # the name, where it has room
    pictogram: Box | None  # where the name has none


@dataclass(frozen=True, kw_only=True)
class DrawnLandmark:
    landmark: Landmark
    box: Box
    path: str
    x: float
    y: float
    word: str
    pictogram: str
    pictogram_box: Box | None


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """One way up of the plan; ``letter`` is the height of a number."""

    shape: str  # "wide" or "tall"
    frame: Box
    letter: float
    roofs: list[DrawnLandmark]
    landmarks: list[DrawnLandmark]
    pitches: list[DrawnPitch]


@dataclass(frozen=True, kw_only=True)
class Plan:
    floor: Floor
    drawings: list[Drawing]


def draw(floor: Floor) -> Plan | None:
    """The plan of the hall that day; None for a hall whose pitches nobody has drawn yet."""
    if not floor.spots:
        return None
    frame = frame_round(
        [*(Box.of(spot.pitch) for spot in floor.spots), *map(Box.of, floor.landmarks)]
    )
    drawings = [_drawing(floor, frame=frame, turn=False)]
    if frame.width > frame.height:
        drawings.append(_drawing(floor, frame=frame, turn=True))
    return Plan(floor=floor, drawings=drawings)


def in_lines(name: str, *, most: int) -> list[str]:
    """A name cut at its spaces into lines of at most ``most`` letters; none when a word is longer."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines if all(len(line) <= most for line in lines) else []


def _drawing(floor: Floor, *, frame: Box, turn: bool) -> Drawing:
    shown = frame.turned(within=frame) if turn else frame
    tall = turn or frame.height >= frame.width
    letter = 15.0 if tall else 9.0

    def placed(row: OnThePlan) -> Box:
        return Box.of(row).turned(within=frame) if turn else Box.of(row)

    marks = [_landmark(mark, box=placed(mark), letter=letter) for mark in floor.landmarks]
    return Drawing(
        shape="tall" if turn else "wide" if not tall else "only",
        frame=shown,
        letter=letter,
        roofs=[mark for mark in marks if mark.landmark.kind == Landmark.Kind.ROOF],
        landmarks=[mark for mark in marks if mark.landmark.kind != Landmark.Kind.ROOF],
        pitches=[_pitch(s, box=placed(s.pitch), turn=turn, letter=letter) for s in floor.spots],
    )


def _pitch(spot: Spot, *, box: Box, turn: bool, letter: float) -> DrawnPitch:
    facing = TURNED[spot.pitch.facing] if turn else spot.pitch.facing
    room = under_the_awning(box, facing=facing) if spot.name else box
    x, middle = room.middle
    lines = _name(spot, room=room, letter=letter)
    mark = None if lines or not spot.name else _below_the_number(room, letter=letter)
    high = letter * (0.62 * len(lines)) if lines else letter * (1.1 if mark else 0)
    # The number's foot: it and what hangs under it stand together in the middle of the room.
    number_y = round(middle - high / 2 + letter * 0.32, 1)
    return DrawnPitch(
        spot=spot,
        path=hand_drawn(_outline(box), seed=spot.pitch.number * 3),
        cloth=awning(box, facing=facing) if spot.name else "",
        stripes=awning(box, facing=facing, odd_only=True) if spot.name else "",
        x=x,
        number_y=number_y,
        lines=[
            Line(words=words, y=round(number_y + letter * (0.08 + 0.66 * rank), 1))
            for rank, words in enumerate(lines, start=1)
        ],
        pictogram=replace(mark, y=number_y + letter * 0.12) if mark else None,
    )


def _name(spot: Spot, *, room: Box, letter: float) -> list[str]:
    size = letter * 0.62
    lines = in_lines(spot.name, most=int(room.width / (size * LETTER_WIDTH)))
    fits = len(lines) <= MOST_LINES and letter + len(lines) * letter * 0.66 <= room.height
    return lines if fits else []


def _below_the_number(room: Box, *, letter: float) -> Box:
    side = letter * 1.25
    return Box(x=round(room.middle[0] - side / 2, 1), y=0, width=side, height=side)


def _landmark(landmark: Landmark, *, box: Box, letter: float) -> DrawnLandmark:
    x, y = box.middle
    word = "" if landmark.kind in SILENT else word_of(landmark)
    side = min(box.width, box.height, letter * 2)
    has_word = bool(word) and len(word) * letter * 0.62 * LETTER_WIDTH <= box.width
    pictogram = PICTOGRAMS.get(landmark.kind, "")
    has_both = bool(pictogram) and has_word and box.height >= side * 0.8 + letter
    shows_pictogram = bool(pictogram) and (has_both or not has_word)
    return DrawnLandmark(
        landmark=landmark,
        box=box,
        path=hand_drawn(_outline(box), seed=landmark.pk),
        x=x,
        y=round(y + letter * (1.0 if has_both else 0.22), 1),
        word=word if has_word else "",
        pictogram=pictogram if shows_pictogram else "",
        pictogram_box=Box(
            x=round(x - side / 2, 1),
            y=round(y - side * (0.82 if has_both else 0.5), 1),
            width=side,
            height=side,
        ),
    )


def word_of(landmark: Landmark) -> str:
    """The landmark's name as a sign would have it, short."""
    return {
        "entrance": _("Entrée"),
        "pick-up": _("Retrait"),
        "toilets": _("WC"),
    }.get(landmark.kind, str(landmark.get_kind_display()).capitalize())


def _outline(box: Box) -> list[list[float]]:
    return rectangle(box.x, box.y, box.width, box.height)
