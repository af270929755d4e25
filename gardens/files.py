"""Tables of gardens as files that a spreadsheet opens."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import StreamingHttpResponse

from commons.sheets.writing import csv_file, safe


def table_file(name: str, rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """A file of values, the titles first; every cell may come from people."""
    titles, *lines = rows
    return csv_file(name, titles, ([safe(str(cell)) for cell in line] for line in lines))
