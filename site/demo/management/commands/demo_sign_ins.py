"""``manage.py demo_sign_ins``: who signs in as what."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from demo.collective.people import PASSWORD, ROLES


class Command(BaseCommand):
    help = "Print the people of the demo, with what they do and how they sign in."

    def handle(self, *_args: Any, **_options: Any) -> None:
        english = speaks_english()
        rows = [(role.email, PASSWORD, role.does_en if english else role.does_fr) for role in ROLES]
        heads = ("e-mail", "password", "who") if english else ("e-mail", "mot de passe", "qui")
        widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(3)]
        for row in (heads, *rows):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())


def speaks_english() -> bool:
    """The language of the terminal; French when it says nothing."""
    wish = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return wish.lower().startswith("en")
