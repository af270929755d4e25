"""Trouble planned through controls.py: what networks and providers do on bad days, on command."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase

CALLS = ("error", "unavailable", "timeout", "lost", "slow")
DELIVERIES = ("delay", "double", "drop", "reorder", "tamper", "stale")


@dataclass
class Plan:
    """One kind of trouble for the next `times` calls or deliveries whose method and path, or type, fit.

    `seconds` is how long to wait, where the kind waits; `count` how many deliveries a reorder gathers.
    """

    kind: str
    times: int = 1
    seconds: float = 1.0
    method: str = "*"
    path: str = "*"
    type: str = "*"
    count: int = 2


class Mischief:
    """The plans not yet used up."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.for_calls: list[Plan] = []
        self.for_deliveries: list[Plan] = []

    def clear(self) -> None:
        """Back to good days."""
        with self.lock:
            self.for_calls.clear()
            self.for_deliveries.clear()

    def take_for_call(self, method: str, path: str) -> Plan | None:
        """The trouble this call gets."""
        return self._take(
            self.for_calls,
            lambda plan: fnmatchcase(method, plan.method) and fnmatchcase(path, plan.path),
        )

    def take_for_delivery(self, type: str) -> Plan | None:
        """The trouble the delivery of this type of event gets."""
        return self._take(self.for_deliveries, lambda plan: fnmatchcase(type, plan.type))

    def _take(self, plans: list[Plan], fits: Callable[[Plan], bool]) -> Plan | None:
        with self.lock:
            for plan in plans:
                if fits(plan):
                    plan.times -= 1
                    if plan.times <= 0:
                        plans.remove(plan)
                    return plan
        return None
