import os
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand

from demo.collective.people import PASSWORD, ROLES


class Command(BaseCommand):
    help = "Say who signs in as what; in English where the terminal speaks it, else in French."

    def handle(self, *args: Any, **options: Any) -> None:
        if speaks_english():
            title = f"To sign in, at /en/connexion/login/ (password for all: {PASSWORD})"
            rows = [(role.name_en, role.email, role.look_en) for role in ROLES]
        else:
            title = f"Pour se connecter, à /connexion/login/ (mot de passe pour tous : {PASSWORD})"
            rows = [(role.name_fr, role.email, role.look_fr) for role in ROLES]
        self.stdout.write(title)
        self.stdout.write(table(rows))


def speaks_english() -> bool:
    """By the usual variables of a terminal, in the order that gettext reads them."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if spoken := os.environ.get(name):
            return spoken.startswith("en")
    return False


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
