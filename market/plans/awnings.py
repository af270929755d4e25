"""The striped cloth over a stall, and the room it leaves for words."""

from dataclasses import replace

from market.plans.boxes import Box

TAB = 6  # the width of a stripe
AWNING_DEPTH = 0.26  # as a part of the stall's depth


def awning(box: Box, *, facing: str, odd_only: bool = False) -> str:
    """The tabs of cloth along the side a stall faces, as one SVG path; each ends in a scallop."""
    along_x = facing in ("up", "down")
    length, depth = (box.width, box.height) if along_x else (box.height, box.width)
    tabs = max(3, round(length / TAB) // 2 * 2 + 1)  # odd, so that both ends have the same colour
    step, back = length / tabs, depth * AWNING_DEPTH
    x = box.x + box.width if facing == "right" else box.x
    y = box.y + box.height if facing == "down" else box.y
    out = 1 if facing in ("down", "right") else -1

    def at(along: float, outwards: float) -> str:
        if along_x:
            return f"{x + along:.1f} {y + outwards * out:.1f}"
        return f"{x + outwards * out:.1f} {y + along:.1f}"

    return "".join(
        f"M{at(i * step, -back)}L{at(i * step, 0)}Q{at((i + 0.5) * step, step)} {at((i + 1) * step, 0)}"
        f"L{at((i + 1) * step, -back)}Z"
        for i in range(0, tabs, 2 if odd_only else 1)
    )


def under_the_awning(box: Box, *, facing: str) -> Box:
    """What the awning leaves of a stall, for its words."""
    rise, run = box.height * AWNING_DEPTH, box.width * AWNING_DEPTH
    match facing:
        case "up":
            return replace(box, y=box.y + rise, height=box.height - rise)
        case "down":
            return replace(box, height=box.height - rise)
        case "left":
            return replace(box, x=box.x + run, width=box.width - run)
    return replace(box, width=box.width - run)
