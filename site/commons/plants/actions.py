"""The verbs of plant sheets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from commons.plants.models import Neighbours, Plant
from commons.plants.sheets import Sheet


@dataclass(kw_only=True)
class Outcome:
    """What loading did, in numbers of plants."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


def load_plants(sheets: Iterable[Sheet]) -> Outcome:
    """Add or correct each plant by its slug. Plants that the file does not name stay as they are."""
    outcome = Outcome()
    with transaction.atomic(durable=True):
        known = {plant.slug: plant for plant in Plant.objects.select_for_update().order_by("pk")}
        for sheet in sheets:
            plant = known.get(sheet.slug)
            if plant is None:
                Plant.objects.create(slug=sheet.slug, **sheet.facts)
                outcome.added += 1
            elif _correct(plant, sheet):
                outcome.changed += 1
            else:
                outcome.unchanged += 1
    return outcome


def _correct(plant: Plant, sheet: Sheet) -> bool:
    """Bring a row in line with its sheet; says whether anything differed."""
    wrong = {name: fact for name, fact in sheet.facts.items() if getattr(plant, name) != fact}
    for name, fact in wrong.items():
        setattr(plant, name, fact)
    if wrong:
        plant.save(update_fields=list(wrong))
    return bool(wrong)


def load_neighbours(pairs: Iterable[Mapping[str, str]]) -> int:
    """Tell again which plants help or harm one another; says how many pairs.

    A pair of which one plant has no sheet here is left out: each site keeps its own sheets.
    """
    with transaction.atomic(durable=True):
        known = {plant.slug: plant for plant in Plant.objects.all()}
        rows = [
            Neighbours(**{**pair, "plant": known[pair["plant"]], "other": known[pair["other"]]})
            for pair in pairs
            if pair["plant"] in known and pair["other"] in known
        ]
        Neighbours.objects.all().delete()
        Neighbours.objects.bulk_create(rows)
    return len(rows)
