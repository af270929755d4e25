"""Puts the parts together: what is known, what is planned, who carries events."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .calls import Call
from .idempotency import Keys
from .mischief import Mischief
from .vault import Vault
from .webhooks import Courier

Result = TypeVar("Result")


@dataclass(frozen=True)
class Options:
    """How the stand-in is started. `public_url` is where browsers reach it."""

    secret_key: str
    publishable_key: str
    webhook_url: str | None
    webhook_secret: str
    public_url: str
    state: Path | None = None


class Standin:
    """One running stand-in."""

    def __init__(self, options: Options):
        self.options = options
        self.vault = Vault(options.state)
        self.keys = Keys(self.vault)
        self.mischief = Mischief()
        self.courier = Courier(
            self.vault, self.mischief, options.webhook_url, options.webhook_secret
        )

    def call(self) -> Call:
        """A call of our own, that came through no API request."""
        return Call(self.vault, self.options.public_url)

    def perform(self, call: Call, work: Callable[[Call], Result]) -> Result:
        """Do the work alone and hand its events to the courier.

        Even when it ends in a refusal: a declined payment is told too.
        """
        with self.vault.lock:
            try:
                return work(call)
            finally:
                self.courier.carry(call.happened)
