"""Many people at the same second, each with a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def at_once(clients: int, act: Callable[[int], Any]) -> list[Any]:
    """Run ``act(0)``…``act(clients - 1)`` in threads that start together; return what each gave."""
    gate = Barrier(clients)

    def run(number: int) -> Any:
        try:
            connection.ensure_connection()  # opening it is not what they race for
            gate.wait()
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(run, range(clients)))
