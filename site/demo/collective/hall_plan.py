"""The hall as it lies, in decimetres from the upper left corner: fourteen pitches, and what surrounds them."""

from demo.collective import places
from market.models import Landmark, Pitch

Kind = Pitch.Kind
Facing = Pitch.Facing
Mark = Landmark.Kind

# Where each producer stands; the other pitches wait for somebody.
STANDS = {
    "ferme-des-lones": 1,
    "maraichage-du-moulin": 2,
    "verger-des-trois-combes": 4,
    "fournil-du-lavoir": 5,
    "laiterie-du-pre-carre": 6,
    "chevrerie-de-la-roche": 7,
    "ferme-du-coteau": 8,
    "rucher-des-aulnes": 13,
}

# Number, rectangle, the side it faces; then its kind where it is not plainly under the roof.
PITCHES = (
    (1, (12, 12, 42, 38), Facing.DOWN, Kind.CORNER),
    (2, (58, 12, 42, 38), Facing.DOWN, Kind.INSIDE),
    (3, (104, 12, 42, 38), Facing.DOWN, Kind.INSIDE),
    (4, (174, 12, 42, 38), Facing.DOWN, Kind.INSIDE),
    (5, (220, 12, 42, 38), Facing.DOWN, Kind.INSIDE),
    (6, (246, 60, 48, 42), Facing.LEFT, Kind.INSIDE),
    (7, (178, 68, 44, 36), Facing.DOWN, Kind.CORNER),
    (8, (206, 122, 42, 36), Facing.UP, Kind.INSIDE),
    (9, (80, 122, 42, 36), Facing.UP, Kind.INSIDE),
    (10, (34, 122, 42, 36), Facing.UP, Kind.INSIDE),
    (11, (12, 62, 36, 40), Facing.RIGHT, Kind.INSIDE),
    (12, (78, 68, 44, 36), Facing.DOWN, Kind.CORNER),
    (13, (76, 180, 44, 36), Facing.DOWN, Kind.OUTSIDE),
    (14, (28, 180, 44, 36), Facing.DOWN, Kind.OUTSIDE),
)  # fmt: skip
POWERED = {1, 4, 5, 6, 7, 8, 13}
COLD = {6, 7}
WHEELCHAIR_FRIENDLY = {1, 4, 6, 8, 13}

LANDMARKS = (
    (Mark.ROOF, (6, 6, 294, 158)),
    (Mark.DOOR, (150, 4, 20, 5)),
    (Mark.DOOR, (4, 106, 5, 20)),
    (Mark.ENTRANCE, (126, 158, 42, 12)),
    (Mark.COLUMN, (62, 54, 5, 5)),
    (Mark.COLUMN, (158, 54, 5, 5)),
    (Mark.COLUMN, (236, 54, 5, 5)),
    (Mark.COLUMN, (62, 108, 5, 5)),
    (Mark.COLUMN, (158, 108, 5, 5)),
    (Mark.COLUMN, (236, 108, 5, 5)),
    (Mark.BENCH, (130, 70, 40, 5)),
    (Mark.TABLE, (130, 78, 40, 16)),
    (Mark.BENCH, (130, 97, 40, 5)),
    (Mark.PICK_UP, (172, 128, 30, 24)),
    (Mark.KITCHEN, (266, 12, 30, 38)),
    (Mark.TOILETS, (256, 122, 38, 36)),
    (Mark.COMPOST, (186, 184, 30, 26)),
    (Mark.BIKES, (226, 184, 40, 26)),
    (Mark.TREE, (274, 182, 28, 28)),
    (Mark.TREE, (0, 186, 22, 22)),
)


def lay() -> dict[int, Pitch]:
    """Each pitch of the hall by its number; one that exists stays where people moved it."""
    hall = places.named(places.HALL)
    for number, (x, y, width, height), facing, kind in PITCHES:
        Pitch.objects.get_or_create(
            place=hall,
            number=number,
            defaults={
                "x": x, "y": y, "width": width, "height": height, "facing": facing, "kind": kind,
                "power": number in POWERED,
                "cold": number in COLD,
                "wheelchair_friendly": number in WHEELCHAIR_FRIENDLY,
            },
        )  # fmt: skip
    if not Landmark.objects.filter(place=hall).exists():
        Landmark.objects.bulk_create(
            Landmark(place=hall, kind=kind, x=x, y=y, width=width, height=height)
            for kind, (x, y, width, height) in LANDMARKS
        )
    return {pitch.number: pitch for pitch in Pitch.objects.filter(place=hall)}
