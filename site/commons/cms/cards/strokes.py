"""Pictograms as Pillow can paint them: the few words of SVG that ours are written in, and no more."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import ImageDraw

Point = tuple[float, float]
Line = list[Point]
Move = tuple[float, float, float]  # angle in degrees, then how far right and down

BOX = 64  # the view box of every pictogram
CURVE_STEPS = 16
CIRCLE_STEPS = 48

_TOKENS = re.compile(r"[MLHVCSZmlhvcsz]|-?(?:\d+\.?\d*|\.\d+)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}
_NUMBER = re.compile(r"-?[\d.]+")


@dataclass(frozen=True)
class Shape:
    """Lines of the view box, how they are filled ("ink", "tint" or "") and how wide their stroke is."""

    lines: list[Line]
    fill: str
    stroke: float


def read(svg: str) -> list[Shape]:
    """The shapes of a pictogram's drawing, in the order they are painted."""
    root = ElementTree.fromstring(svg)  # noqa: S314 (our own file)
    return [
        Shape(
            lines=[_moved(line, element.get("transform", "")) for line in _lines(element)],
            fill=_fill(element.get("fill", "none")),
            stroke=0
            if element.get("stroke") == "none"
            else float(element.get("stroke-width", 2.75)),
        )
        for element in root.iter()
        if _tag(element) in ("path", "circle", "ellipse")
    ]


def paint(
    canvas: ImageDraw.ImageDraw, svg: str, *, at: Point, size: float, ink: str, tint: str
) -> None:
    """Paint a pictogram in a square of ``size`` pixels whose top left corner is ``at``."""
    scale = size / BOX
    for shape in read(svg):
        for line in shape.lines:
            points = [(at[0] + x * scale, at[1] + y * scale) for x, y in line]
            if shape.fill and len(points) > 2:
                canvas.polygon(points, fill=tint if shape.fill == "tint" else ink)
            if shape.stroke:
                _brush(canvas, points, width=shape.stroke * scale, ink=ink)


def _brush(canvas: ImageDraw.ImageDraw, points: Line, *, width: float, ink: str) -> None:
    """A stroke with round ends and round corners: Pillow's own has gaps at each turn."""
    canvas.line(points, fill=ink, width=round(width))
    radius = width / 2
    for x, y in points:
        canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _fill(said: str) -> str:
    if said == "none":
        return ""
    return "ink" if said == "currentColor" else "tint"


def _lines(element: ElementTree.Element) -> list[Line]:
    if _tag(element) == "path":
        return list(_walk(element.get("d", "")))
    radius = element.get("r", "0")
    x, y = float(element.get("cx", 0)), float(element.get("cy", 0))
    across, down = float(element.get("rx", radius)), float(element.get("ry", radius))
    turns = [2 * math.pi * step / CIRCLE_STEPS for step in range(CIRCLE_STEPS + 1)]
    return [[(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]]


def _moved(line: Line, transform: str) -> Line:
    numbers = [float(number) for number in _NUMBER.findall(transform)]
    if transform.startswith("translate"):
        return [(x + numbers[0], y + numbers[1]) for x, y in line]
    if transform.startswith("rotate"):
        angle, middle_x, middle_y = numbers
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        return [
            (
                middle_x + (x - middle_x) * cos - (y - middle_y) * sin,
                middle_y + (x - middle_x) * sin + (y - middle_y) * cos,
            )
            for x, y in line
        ]
    return line


def _walk(path: str) -> Iterator[Line]:
    """The lines of a path, its curves cut into short straight pieces."""
    line: Line = []
    handle: Point | None = None
    for command, numbers in _commands(path):
        if command in "Mm":
            if line:
                yield line
            line = [_from(line[-1] if line else (0, 0), numbers, command)]
        elif command in "Zz":
            line.append(line[0])
            yield line
            line = [line[0]]  # a path may go on from where it closed
        elif command in "CcSs":
            first, handle, end = _bends(line[-1], command, numbers, handle)
            line += _curve(line[-1], first, handle, end)
        else:
            line.append(_straight(line[-1], command, numbers[0], numbers[-1]))
        if command not in "CcSs":
            handle = None
    if len(line) > 1:
        yield line


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one that is followed by more of them is said again."""
    command, numbers = "", list[float]()
    for token in _TOKENS.findall(path):
        if token.isalpha():
            command, numbers = token, []
        else:
            numbers.append(float(token))
        if len(numbers) == _ARGUMENTS.get(command.upper(), 0):
            yield command, numbers
            numbers = []
            command = {"M": "L", "m": "l"}.get(command, command)


def _from(here: Point, numbers: list[float], command: str) -> Point:
    x, y = numbers[-2:]
    return (here[0] + x, here[1] + y) if command.islower() else (x, y)


def _straight(here: Point, command: str, first: float, last: float) -> Point:
    x, y = here if command.islower() else (0.0, 0.0)
    if command in "Hh":
        return (x + first, here[1])
    if command in "Vv":
        return (here[0], y + last)
    return (x + first, y + last)


def _bends(
    here: Point, command: str, numbers: list[float], handle: Point | None
) -> tuple[Point, Point, Point]:
    """The two bends of a curve and its end. A smooth one mirrors the bend before it."""
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    points = [_from(here, list(pair), command) for pair in pairs]
    if command in "Ss":
        mirrored = (2 * here[0] - handle[0], 2 * here[1] - handle[1]) if handle else here
        points.insert(0, mirrored)
    return points[0], points[1], points[2]


def _curve(start: Point, first: Point, second: Point, end: Point) -> Line:
    points = []
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        corners = (start, first, second, end)
        points.append(
            (
                sum(w * p[0] for w, p in zip(weights, corners, strict=True)),
                sum(w * p[1] for w, p in zip(weights, corners, strict=True)),
            )
        )
    return points
