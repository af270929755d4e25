from typing import Any

from django.core.management.base import BaseCommand, CommandError

from commons.payments import journal
from commons.payments.models import JournalEntry


class Command(BaseCommand):
    help = "Walks the journal's chain of hashes and names each line that was changed or removed."

    def handle(self, *args: Any, **options: Any) -> None:
        faults = list(journal.verify())
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write(f"{JournalEntry.objects.count()} lines, the chain is whole")
