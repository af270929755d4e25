"""Reads a file of plant sheets. A file with one fault is refused whole, with every fault named."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from commons.plants.models import Plant

MONTHS_COLUMNS = ("season", "sow_cover", "sow_open", "plant", "harvest")
CALENDAR = ("kind", "name_fr", "name_en", *MONTHS_COLUMNS, "sources")
SPAN_COLUMNS = (
    "nursery_weeks", "sow_days", "plant_days", "thin_days", "spacing_cm", "rows_cm",
)  # fmt: skip
# Older copies of the file stop after the calendar: what they do not tell stays as it is.
COLUMNS = (*CALENDAR, "family", "frost_tender", *SPAN_COLUMNS)
YES_OR_NO = {"yes": True, "no": False, "": None}
WIDEST = 999
LONGEST = {"name_fr": 120, "name_en": 120, "sources": 200}  # as the rows hold them


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong, and where: ``line`` counts from 1, the header included; no column means the line."""

    line: int
    column: str = ""
    sentence: str

    def __str__(self) -> str:
        place = _("ligne %(line)d") % {"line": self.line}
        if self.column:
            place += _(", colonne %(column)s") % {"column": self.column}
        return f"{place} : {self.sentence}"


class FaultySheetsError(Exception):
    """The file cannot be loaded; ``faults`` says all that must be mended."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One good line: ``slug`` names the plant, ``facts`` are the other fields of its row."""

    slug: str
    facts: dict[str, Any]


def parse_months(text: str) -> list[int]:
    """ "10-2;5" → [10, 11, 12, 1, 2, 5]: a range may pass over the new year; "" → [].

    Raises ValueError with a sentence for whoever wrote the file.
    """
    months: list[int] = []
    for span in filter(None, text.replace(" ", "").split(";")):
        for month in _months_of(span):
            if month in months:
                raise ValueError(_("le mois %(month)d y est deux fois.") % {"month": month})
            months.append(month)
    return months


def parse_span(text: str) -> list[int]:
    """ "60-80" → [60, 80]; "120" → [120, 120]; "" → []. Raises ValueError with a sentence."""
    if not text:
        return []
    least, dash, most = text.replace(" ", "").partition("-")
    span = [_number(least), _number(most if dash else least)]
    if span[0] > span[1]:
        raise ValueError(_("« %(text)s » va du plus grand au plus petit.") % {"text": text})
    return span


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= WIDEST):
        raise ValueError(
            _("« %(text)s » n’est pas un nombre de 1 à %(most)d.") % {"text": text, "most": WIDEST}
        )
    return int(text)


def _months_of(span: str) -> list[int]:
    first, dash, last = span.partition("-")
    start = _month(first)
    end = _month(last) if dash else start
    return [(start - 1 + step) % 12 + 1 for step in range((end - start) % 12 + 1)]


def _month(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 12):
        raise ValueError(_("« %(text)s » n’est pas un mois de 1 à 12.") % {"text": text})
    return int(text)


def read_sheets(path: Path) -> list[Sheet]:
    """All sheets of a file (CSV, UTF-8). Raises FaultySheetsError, OSError."""
    faults: list[Fault] = []
    sheets: list[Sheet] = []
    first_lines: dict[str, int] = {}
    for line, cells in _lines(path):
        found = list(_faults_of(cells, line=line))
        slug = slugify(cells["name_fr"])
        if slug in first_lines:
            found.append(
                Fault(
                    line=line,
                    column="name_fr",
                    sentence=_("« %(name)s » est déjà à la ligne %(first)d.")
                    % {"name": cells["name_fr"], "first": first_lines[slug]},
                )
            )
        elif slug:
            first_lines[slug] = line
        faults += found
        if not found:
            sheets.append(_sheet(cells, slug=slug))
    if not (faults or sheets):
        faults.append(Fault(line=2, sentence=_("le fichier ne contient aucune plante.")))
    if faults:
        raise FaultySheetsError(faults)
    return sheets


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line with its cells by column; stops at the first line whose shape makes the rest unreadable."""
    try:
        # utf-8-sig: spreadsheets put a mark before the first letter.
        rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), strict=True)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise FaultySheetsError(
            [Fault(line=line, sentence=_("le fichier n’est pas enregistré en UTF-8."))]
        ) from error
    try:
        columns = tuple(next(rows, []))
        if columns not in (CALENDAR, COLUMNS):
            sentence = _("les colonnes doivent être %(columns)s.") % {"columns": ", ".join(COLUMNS)}
            raise FaultySheetsError([Fault(line=1, sentence=sentence)])
        for row in rows:
            if not row:
                continue
            if len(row) != len(columns):
                sentence = _("%(found)d cases au lieu de %(wanted)d.") % {
                    "found": len(row),
                    "wanted": len(columns),
                }
                raise FaultySheetsError([Fault(line=rows.line_num, sentence=sentence)])
            yield rows.line_num, dict(zip(columns, map(str.strip, row), strict=True))
    except csv.Error as error:
        raise FaultySheetsError(
            [Fault(line=rows.line_num, sentence=_("un guillemet n’est pas refermé."))]
        ) from error


def _faults_of(cells: dict[str, str], *, line: int) -> Iterator[Fault]:
    if cells["kind"] not in Plant.Kind.values:
        sentence = _("« %(kind)s » n’est pas une sorte : %(kinds)s.") % {
            "kind": cells["kind"],
            "kinds": ", ".join(Plant.Kind.values),
        }
        yield Fault(line=line, column="kind", sentence=sentence)
    for column in ("name_fr", "name_en"):
        if not slugify(cells[column]):
            yield Fault(line=line, column=column, sentence=_("il manque un nom."))
    for column, longest in LONGEST.items():
        if len(cells[column]) > longest:
            sentence = _("plus de %(longest)d caractères.") % {"longest": longest}
            yield Fault(line=line, column=column, sentence=sentence)
    for column, parse in PARSERS.items():
        try:
            parse(cells.get(column, ""))
        except ValueError as error:
            yield Fault(line=line, column=column, sentence=str(error))


def _sheet(cells: dict[str, str], *, slug: str) -> Sheet:
    read = {column: parse(cells[column]) for column, parse in PARSERS.items() if column in cells}
    return Sheet(slug=slug, facts={**cells, **read})


def _parse_family(text: str) -> str:
    if text and text not in Plant.Family.values:
        raise ValueError(
            _("« %(family)s » n’est pas une famille : %(families)s.")
            % {"family": text, "families": ", ".join(Plant.Family.values)}
        )
    return text


def _parse_yes_or_no(text: str) -> bool | None:
    if text not in YES_OR_NO:
        raise ValueError(_("« %(text)s » n’est ni yes, ni no, ni vide.") % {"text": text})
    return YES_OR_NO[text]


PARSERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(MONTHS_COLUMNS, parse_months),
    **dict.fromkeys(SPAN_COLUMNS, parse_span),
    "family": _parse_family,
    "frost_tender": _parse_yes_or_no,
}
