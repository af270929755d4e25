"""Many people at the same second, each in a thread with a connection of their own."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection

# Only what is broken waits as long: on the slowest machine, all come within seconds.
PATIENCE_SECONDS = 60
LOCKS_AWAITED = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def all_at_once(verb: Callable[[Any], Any], arguments: Sequence[Any]) -> list[Any]:
    """Call a verb in one thread per argument, all starting together; errors come back as results."""
    gate = threading.Barrier(len(arguments))

    def run(argument: Any) -> Any:
        try:
            connection.ensure_connection()  # opening it is not what they race for
            gate.wait(PATIENCE_SECONDS)
            return verb(argument)
        except Exception as error:  # noqa: BLE001 (a result to look at)
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(arguments)) as pool:
        return list(pool.map(run, arguments))


def at_once(clients: int, act: Callable[[int], Any]) -> list[Any]:
    """Run ``act(0)``…``act(clients - 1)`` together, none of which may fail; return what each gave."""
    results = all_at_once(act, range(clients))
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


@contextmanager
def meeting_before(owner: Any, name: str, *, of: int = 2) -> Iterator[None]:
    """Nobody begins ``owner.name``, the write, before that many threads have come to it.

    A control without its lock: all have had their look, so the race is there each time and not by luck.
    """
    wait, write = _meeting(of), getattr(owner, name)

    def write_once_all_have_looked(*args: Any, **given: Any) -> Any:
        wait()
        return write(*args, **given)

    with mock.patch.object(owner, name, write_once_all_have_looked):
        yield


@contextmanager
def meeting_after(owner: Any, name: str, *, of: int = 2) -> Iterator[None]:
    """Nobody goes on from ``owner.name``, the look, before that many threads have had theirs."""
    wait, look = _meeting(of), getattr(owner, name)

    def look_together(*args: Any, **given: Any) -> Any:
        seen = look(*args, **given)
        wait()
        return seen

    with mock.patch.object(owner, name, look_together):
        yield


def _meeting(of: int) -> Callable[[], None]:
    """Waits for that many threads, the first time that each of them comes by."""
    gate, met = threading.Barrier(of), threading.local()

    def wait() -> None:
        if not getattr(met, "already", False):
            met.already = True
            gate.wait(PATIENCE_SECONDS)

    return wait


def wait_until_somebody_waits() -> None:
    """Until another connection stands before a lock, which may be held by the caller's own transaction."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    with connection.cursor() as cursor:
        while not cursor.execute(LOCKS_AWAITED).fetchone()[0]:
            assert time.monotonic() < deadline, "nobody came to the lock"
            time.sleep(0.02)
