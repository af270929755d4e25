from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from demo.collective import load


class Command(BaseCommand):
    help = (
        "Lay the demo collective around today; safe to run again, another day adds what is missing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        load()
        call_command("update_index", verbosity=0)
        self.stdout.write("The demo collective stands.")
