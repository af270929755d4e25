"""A table out of whatever file a volunteer sends: CSV of any spreadsheet, or a workbook."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from commons.sheets.writing import bare

LARGEST_FILE = 2 * 1024 * 1024
MOST_ROWS = 5_000
MOST_LINES = 20 * MOST_ROWS  # empty ones included
MOST_COLUMNS = 200
# A workbook is a zip: what it unfolds to is weighed before it is unfolded.
LARGEST_UNFOLDED = 40 * 1024 * 1024

ZIP = b"PK\x03\x04"
# What some files that are no table begin with: a picture, a PDF, an old workbook.
NO_TABLE = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF", b"\xd0\xcf\x11\xe0", b"II*\x00", b"MM\x00*",
)  # fmt: skip
SEPARATORS = ";\t,"


class SheetRefusedError(Exception):
    """A file that holds no table we can read."""


class FileTooLargeError(SheetRefusedError):
    """More bytes than `LARGEST_FILE`, folded or unfolded."""


class TooManyRowsError(SheetRefusedError):
    """More rows than `MOST_ROWS`."""


class NoTableError(SheetRefusedError):
    """A picture, a text, a broken or an empty file."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the table: its number in the file, heading line included, and its cells as text."""

    number: int
    cells: list[str]


def read_table(content: bytes) -> tuple[list[str], list[Row]]:
    """The headings and the rows that hold something. Raises a SheetRefusedError.

    CSV is UTF-8 or Windows-1252, its cells parted by ; or , or tabs, whichever the headings use most.
    """
    if len(content) > LARGEST_FILE:
        raise FileTooLargeError
    if content.startswith(NO_TABLE):
        raise NoTableError
    lines = _workbook(content) if content.startswith(ZIP) else _text(content)
    rows: list[Row] = []
    for number, cells in enumerate(lines, start=1):
        if number > MOST_LINES:
            raise TooManyRowsError
        if any(cells):
            rows.append(Row(number=number, cells=[bare(cell) for cell in cells[:MOST_COLUMNS]]))
        if len(rows) > MOST_ROWS + 1:
            raise TooManyRowsError
    if not rows:
        raise NoTableError
    return rows[0].cells, rows[1:]


def _text(content: bytes) -> Iterator[list[str]]:
    if b"\x00" in content:
        raise NoTableError
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What older spreadsheets write; its few holes are no letter of ours.
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        for cells in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            yield [cell.strip() for cell in cells]
    except csv.Error as broken:
        raise NoTableError from broken


def _workbook(content: bytes) -> Iterator[list[str]]:
    """The first sheet, as it was last calculated."""
    try:
        with ZipFile(BytesIO(content)) as folded:
            if sum(part.file_size for part in folded.infolist()) > LARGEST_UNFOLDED:
                raise FileTooLargeError
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # What a file says of its own size is not believed: only what it holds is read.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS):
            yield _trimmed([_said(cell) for cell in row]) if any(row) else []
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError) as broken:
        raise NoTableError from broken


def _trimmed(cells: list[str]) -> list[str]:
    """Without the empty cells at its end."""
    width = max((place for place, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:width]


def _said(cell: Any) -> str:
    """A cell as somebody would have typed it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "oui" if cell else "non"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        # 0.1 + 0.2 is written by a spreadsheet with all its digits.
        return f"{Decimal(str(round(cell, 6))).normalize():f}"
    return str(cell).strip()
