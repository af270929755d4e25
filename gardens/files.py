"""Tables as files that a spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from django.http import HttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # spreadsheets take the file for Latin-1 without it


def table_file(name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A file of values apart by semicolons, as French spreadsheets want it."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerows([_safe(str(cell)) for cell in row] for row in rows)
    response = HttpResponse(BOM + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def euros(cents: int) -> str:
    """1250 → "12,50": a number for a French spreadsheet."""
    return f"{cents // 100},{cents % 100:02}"


def _safe(cell: str) -> str:
    """What a spreadsheet would run as a formula is only text here."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
