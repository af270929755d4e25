from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from commons.plants.actions import load_neighbours, load_plants
from commons.plants.neighbours import read_neighbours
from commons.plants.sheets import FaultySheetsError, read_sheets

OUR_OWN_SHEETS = Path(__file__).resolve().parents[2] / "data" / "plants.csv"


class Command(BaseCommand):
    """Loads plant sheets from a CSV file, then which of them are good neighbours; safe to run again."""

    help = "Load plant sheets from a CSV file (commons/plants/data/README.md), all or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("csv", nargs="?", type=Path, default=OUR_OWN_SHEETS)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["csv"]
        try:
            outcome = load_plants(read_sheets(path))
        except OSError as error:
            raise CommandError(
                _("%(path)s ne se lit pas : %(error)s") % {"path": path, "error": error.strerror}
            ) from error
        except FaultySheetsError as error:
            heading = _("%(path)s n’est pas chargé, rien n’a changé. À corriger :") % {"path": path}
            raise CommandError(f"{heading}\n{error}") from error
        load_neighbours(read_neighbours())
        self.stdout.write(
            _("%(added)d plantes ajoutées, %(changed)d corrigées, %(unchanged)d inchangées.")
            % vars(outcome)
        )
