"""``manage.py load_demo``: at each start of the demo, so that its dates stay around today."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from demo import collective


class Command(BaseCommand):
    help = "Load the demo collective, or what has come into sight of it since. Safe to run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        # Rows are written in French whatever the language of the terminal.
        with translation.override("fr"):
            collective.load(timezone.now())
        self.stdout.write("The collective of Val-des-Lônes has moved in.")
