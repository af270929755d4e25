"""Reads the file of plants that help or harm one another."""

import csv
from pathlib import Path

from django.utils.text import slugify

from commons.plants.models import Neighbours

FILE = Path(__file__).parent / "data" / "neighbours.csv"


def read_neighbours(path: Path = FILE) -> list[dict[str, str]]:
    """Each pair with its facts; plants are named by their slugs. Raises ValueError for a word nobody knows."""
    with path.open(encoding="utf-8", newline="") as lines:
        pairs = list(csv.DictReader(lines))
    for pair in pairs:
        Neighbours.Effect(pair["effect"])
        Neighbours.Basis(pair["basis"])
        pair["plant"], pair["other"] = slugify(pair["plant"]), slugify(pair["other"])
    return pairs
