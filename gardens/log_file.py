"""A household's log as a file that spreadsheets open."""

import csv
from collections.abc import Iterator, Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from gardens.models import Growing, Harvest, Tenancy

BOM = "\ufeff"  # spreadsheets take the file for Latin-1 without it
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(tenancy: Tenancy) -> HttpResponse:
    """All lines, the oldest first; two queries."""
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="carnet-{tenancy.plot.number}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(_headings())
    writer.writerows([_plain(cell) for cell in row] for row in _rows(tenancy))
    return response


def _headings() -> list[str]:
    return [
        _("Jour"), _("Geste"), _("Plante"), _("Rang ou carré"), _("Combien"), _("Kilos"),
        _("Pièces"), _("Donnée aux paniers solidaires"), _("Un mot"),
    ]  # fmt: skip


def _rows(tenancy: Tenancy) -> Iterator[Sequence[object]]:
    lines: list[Growing | Harvest] = [*Growing.objects.of(tenancy), *Harvest.objects.of(tenancy)]
    for line in sorted(lines, key=lambda line: (line.on, line.created_at)):
        if isinstance(line, Growing):
            told = [line.get_way_display(), line.name, line.bed, line.quantity, "", "", ""]
        else:
            kilos = "" if line.grams is None else f"{line.grams / 1000:.3f}".replace(".", ",")
            given = _("oui") if line.solidarity else ""
            told = [_("récolté"), line.name, "", "", kilos, str(line.pieces or ""), given]
        yield [line.on.isoformat(), *told, line.words]


def _plain(cell: object) -> str:
    """A cell that a spreadsheet would run as a formula stays words."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
