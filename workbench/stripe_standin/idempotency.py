"""Idempotency keys: one key, one effect, one answer [docs.stripe.com/api/idempotent_requests]."""

import hashlib
from typing import Any

from .errors import StripeError
from .vault import Vault, now

LIFE = 24 * 3600
"""Seconds an answer is kept."""


class Keys:
    """Answers already given, and keys whose first request is still at work."""

    def __init__(self, vault: Vault):
        self.vault = vault
        self.at_work: set[str] = set()

    def begin(self, key: str, fingerprint: str) -> dict[str, Any] | None:
        """The answer kept for this key, or None when its request may go ahead: then `finish` must follow."""
        with self.vault.lock:
            kept = self.vault.answers.get(key)
            if kept and kept["at"] + LIFE > now():
                if kept["fingerprint"] != fingerprint:
                    raise _other_parameters(key)
                return kept
            if key in self.at_work:
                raise _in_use(key)
            self.at_work.add(key)
            return None

    def finish(self, key: str, answer: dict[str, Any]) -> None:
        """Keep the answer and let the key be asked again."""
        with self.vault.lock:
            self.vault.answers[key] = {**answer, "at": now()}
            self.at_work.discard(key)


def fingerprint(path: str, body: str) -> str:
    """What makes two requests the same. A digest, so that no card number is kept."""
    return hashlib.sha256(f"{path}\n{body}".encode()).hexdigest()


def _other_parameters(key: str) -> StripeError:
    message = (
        "Keys for idempotent requests can only be used with the same parameters they were first used with. "
        f"Try using a key other than '{key}' if you meant to execute a different request."
    )
    return StripeError(400, message, type="idempotency_error")


def _in_use(key: str) -> StripeError:
    message = (
        f"There is currently another in-progress request using this Idempotent Key: {key}. "
        "Please try again once it has finished."
    )
    return StripeError(409, message, type="idempotency_error", code="idempotency_key_in_use")
