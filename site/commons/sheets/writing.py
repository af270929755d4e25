"""Tables as files that a spreadsheet opens: streamed where they are long, safe wherever words come from people."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from itertools import chain, islice
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from openpyxl import Workbook

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # spreadsheets take the file for Latin-1 without it
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_ONCE = 500  # lines to a chunk: one by one, most of the time goes into handing them over


def safe(cell: str) -> str:
    """What a spreadsheet would run as a formula is only text here."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def bare(cell: str) -> str:
    """What ``safe`` guarded, as it was."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def euros(cents: int) -> str:
    """1250 → "12,50": a number for a French spreadsheet."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100},{abs(cents) % 100:02}"


def csv_file(
    name: str, titles: Sequence[Any], rows: Iterable[Sequence[str]]
) -> StreamingHttpResponse:
    """Values apart by semicolons, as French spreadsheets want it; ``rows`` are read as they leave.

    Cells are written as they are: words that people typed go through ``safe`` first.
    """
    response = StreamingHttpResponse(_chunks(titles, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def xlsx_file(
    name: str, titles: Sequence[Any], rows: Iterable[Sequence[Any]], *, sheet: str
) -> HttpResponse:
    """The same as a workbook, held in memory: for some thousands of lines."""
    book = Workbook(write_only=True)
    table = book.create_sheet(sheet)
    for row in chain([[str(title) for title in titles]], rows):
        table.append(row)
    file = BytesIO()
    book.save(file)
    response = HttpResponse(file.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _chunks(titles: Sequence[Any], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    text.write(BOM)
    writer.writerow(titles)
    lines = iter(rows)
    while batch := list(islice(lines, AT_ONCE)):
        writer.writerows(batch)
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()
