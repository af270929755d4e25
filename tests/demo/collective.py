"""The demo collective, laid once for a whole module and forgotten with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.management import call_command
from django.db import transaction

from tests.conftest import plant_roots

PARIS = ZoneInfo("Europe/Paris")
A_TUESDAY_IN_JUNE = datetime(2027, 6, 15, 10, 30, tzinfo=PARIS)


@contextmanager
def forgotten() -> Iterator[None]:
    """What the block writes is rolled back; durable actions run in it, as in Django's TestCase."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


def lay(now: datetime) -> None:
    from demo.collective import load

    plant_roots()
    call_command("prepare_site", verbosity=0)
    call_command("load_plants", verbosity=0)
    load(now=now)
