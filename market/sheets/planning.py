"""Reads a table of products against what is known: every fault is found, nothing is written."""

from copy import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commons.sheets.reading import Row
from market import rules, words
from market.models import Producer, Product
from market.sheets.cells import UnreadableError, plain
from market.sheets.columns import COLUMNS, NAME, PLANT, PRODUCER, Column
from market.sheets.plan import Change, Entry, Fault, Plan, Shelf
from market.slugs import free_slug

# Checked elsewhere, or no column of the file.
NOT_CLEANED = ("producer", "plant", "slug", "picture")
BY_FIELD = {column.field: column.heading for column in COLUMNS}
HEADING_ROW = 1


class _LineRefusedError(Exception):
    """A line that says nothing usable, with its faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(len(faults))
        self.faults = faults


def plan_import(headings: list[str], rows: list[Row], *, shelf: Shelf) -> Plan:
    """What the file would do. A column that is absent changes nothing; an empty cell empties its field."""
    places, faults = _places(headings, several=len(shelf.producers) != 1)
    entries: list[Entry] = []
    unchanged = 0
    for row in [] if faults else rows:
        try:
            entry = _entry(row, places=places, shelf=shelf)
        except _LineRefusedError as refused:
            faults.extend(refused.faults)
            continue
        if entry.changes:
            entries.append(entry)
        else:
            unchanged += 1
    return Plan(faults=faults, entries=entries, unchanged=unchanged)


def _places(headings: list[str], *, several: bool) -> tuple[dict[str, int], list[Fault]]:
    """Where each of our columns stands, and what is wrong with the headings."""
    known = {plain(heading): heading for heading in (PRODUCER, *BY_FIELD.values())}
    places: dict[str, int] = {}
    faults = []
    for place, cell in enumerate(headings):
        heading = known.get(plain(cell))
        if heading in places:
            faults.append(_fault(HEADING_ROW, heading, _("Cette colonne est là deux fois.")))
        elif heading:
            places[heading] = place
        elif cell:
            said = _("Colonne inconnue : corrigez son nom d’après le modèle, ou retirez-la.")
            faults.append(_fault(HEADING_ROW, cell, said))
    needed = (PRODUCER, NAME) if several else (NAME,)
    faults += [
        _fault(HEADING_ROW, heading, _("Il manque cette colonne."))
        for heading in needed
        if heading not in places
    ]
    return places, faults


def _entry(row: Row, *, places: dict[str, int], shelf: Shelf) -> Entry:
    given = {h: row.cells[at] if at < len(row.cells) else "" for h, at in places.items()}
    producer = _producer(row, given, shelf=shelf)
    key = (producer.pk, plain(given[NAME]))
    if not key[1]:
        raise _LineRefusedError([_fault(row.number, NAME, _("Un produit a un nom."))])
    if (first := shelf.seen.setdefault(key, row.number)) != row.number:
        said = _("Ce produit est déjà à la ligne %(row)d.") % {"row": first}
        raise _LineRefusedError([_fault(row.number, NAME, said)])
    stored = shelf.products.get(key)
    product = copy(stored) if stored else Product(producer=producer)
    changes = _fill(product, row, given, is_new=stored is None, shelf=shelf)
    _check(product, stored, row, changes, shelf=shelf)
    if stored is None:
        product.slug = free_slug(
            product.name_fr, beside=producer.slug, taken=shelf.slugs.__contains__
        )
        shelf.slugs.add(product.slug)
    return Entry(
        row=row.number,
        product=product,
        changes=changes,
        lacks=shelf.lacks(product, on=shelf.today),
        is_new=stored is None,
    )


def _producer(row: Row, given: dict[str, str], *, shelf: Shelf) -> Producer:
    if PRODUCER not in given:
        return next(iter(shelf.producers.values()))
    producer = shelf.producers.get(plain(given[PRODUCER]))
    if producer is None:
        said = _("Aucune ferme de ce nom parmi celles dont vous tenez les produits.")
        raise _LineRefusedError([_fault(row.number, PRODUCER, said)])
    return producer


def _fill(
    product: Product, row: Row, given: dict[str, str], *, is_new: bool, shelf: Shelf
) -> list[Change]:
    """Give the product what its line says; return what that changes."""
    changes, faults = [], []
    for column in COLUMNS:
        if column.heading not in given or (is_new and not given[column.heading]):
            continue
        try:
            value = _read(column, given[column.heading], shelf=shelf)
        except UnreadableError as unreadable:
            faults.append(_fault(row.number, column.heading, str(unreadable)))
            continue
        before = "" if is_new else _said(column, getattr(product, column.field))
        setattr(product, column.field, value)
        after = _said(column, value)
        if before != after:
            changes.append(
                Change(column=column.heading, field=column.field, before=before, after=after)
            )
    if faults:
        raise _LineRefusedError(faults)
    return changes


def _read(column: Column, cell: str, *, shelf: Shelf) -> Any:
    if column.heading != PLANT:
        return column.read(cell)
    plant = shelf.plants.get(plain(cell)) if cell else None
    if cell and plant is None:
        raise UnreadableError(_("Aucune fiche de plante de ce nom : laissez vide, ou corrigez."))
    return plant


def _said(column: Column, value: Any) -> str:
    if column.heading == PLANT:
        return value.name_fr if value else ""
    return column.write(value)


def _check(
    product: Product,
    stored: Product | None,
    row: Row,
    changes: list[Change],
    *,
    shelf: Shelf,
) -> None:
    """The same refusals as the desk's form makes."""
    said: dict[str, list[str]] = {}
    try:
        product.clean_fields(exclude=NOT_CLEANED)
    except ValidationError as wrong:
        said = wrong.message_dict
    else:
        said = {field: [words_] for field, words_ in rules.contradictions(product).items()}
        if not said and stored is not None and changes:
            said = _broken(product, stored, shelf=shelf)
    if said:
        raise _LineRefusedError(
            [
                _fault(row.number, BY_FIELD.get(field, ""), " ".join(sentences))
                for field, sentences in said.items()
            ]
        )


def _broken(product: Product, stored: Product, *, shelf: Shelf) -> dict[str, list[str]]:
    """A product on sale loses no fact by a file."""
    for day in shelf.on_sale.get(product.pk, []):
        known = shelf.lacks(stored, on=day)
        if lost := [lack for lack in shelf.lacks(product, on=day) if lack not in known]:
            return {lost[0].value: [words.say_breaks_sale(day, lost)]}
    return {}


def _fault(row: int, column: str, said: str) -> Fault:
    return Fault(row=row, column=column, words=said)
