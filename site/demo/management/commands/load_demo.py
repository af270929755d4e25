from typing import Any

from django.core.management.base import BaseCommand

from demo.collective import load


class Command(BaseCommand):
    help = (
        "Lay the demo collective around today; safe to run again, another day adds what is missing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        load()
        self.stdout.write("The demo collective stands.")
