"""Carries events to the site's webhook: signed, in the background, again and again until it says yes."""

import http.client
import json
import threading
import time
from typing import Any
from urllib.parse import urlsplit

from .calls import public
from .mischief import Mischief, Plan
from .signatures import sign
from .vault import Resource, Vault, new_id

Delivery = dict[str, Any]

RETRY_AFTER = (0.5, 2, 5, 15, 60, 300, 900, 3600)
"""Seconds between attempts: a shop that is restarted is told soon, one that is gone is left alone."""
TIMEOUT = 10
STALE = 3600


class Courier(threading.Thread):
    """One thread, so that events leave in the order in which they happened unless mischief is planned."""

    def __init__(self, vault: Vault, mischief: Mischief, url: str | None, secret: str):
        super().__init__(name="courier", daemon=True)
        self.vault, self.mischief, self.url, self.secret = vault, mischief, url, secret
        self.in_hand = threading.Lock()
        self.stopped = False

    def carry(self, events: list[Resource]) -> None:
        """Take charge of new events."""
        if not self.url:
            return
        with self.vault.lock:
            for event in events:
                event["pending_webhooks"] = 1
                self._plan(event, self.mischief.take_for_delivery(event["type"]))
            self.vault.delivery_due.notify()

    def send_again(self, event: Resource, *, manner: str = "true") -> Delivery:
        """One more delivery of an event, whatever became of the others; or of one that never happened."""
        with self.vault.lock:
            delivery = self._add(event, manner=manner)
            self.vault.delivery_due.notify()
            return delivery

    def release(self) -> None:
        """Let what a reorder holds leave now, last first."""
        with self.vault.lock:
            for delivery in reversed(self._with_status("held")):
                self._requeue(delivery)
            self.vault.delivery_due.notify()

    def run(self) -> None:
        while delivery := self._next():
            with self.in_hand:
                self._attempt(delivery)

    def stop(self) -> None:
        """End the thread after the delivery in hand."""
        with self.vault.lock:
            self.stopped = True
            self.vault.delivery_due.notify()

    def _plan(self, event: Resource, plan: Plan | None) -> None:
        match plan:
            case Plan(kind="delay"):
                self._add(event, wait=plan.seconds)
            case Plan(kind="double"):
                self._add(event)
                self._add(event)
            case Plan(kind="drop"):
                self._add(event, status="dropped")
            case Plan(kind="reorder"):
                self._add(event, status="held")
                self._release_when_full(plan.count)
            case Plan(kind="tamper" | "stale"):
                self._add(event, manner=plan.kind)
            case _:
                self._add(event)

    def _add(
        self, event: Resource, *, wait: float = 0, status: str = "waiting", manner: str = "true"
    ) -> Delivery:
        delivery: Delivery = {
            "id": new_id("del_"),
            "event": event["id"],
            "type": event["type"],
            "status": status,
            "due": time.time() + wait,
            "manner": manner,
            "attempts": [],
        }
        if event["id"] not in self.vault.resources:
            delivery["forged"] = event
        self.vault.deliveries[delivery["id"]] = delivery
        return delivery

    def _release_when_full(self, count: int) -> None:
        if len(self._with_status("held")) >= count:
            self.release()

    def _with_status(self, status: str) -> list[Delivery]:
        return [
            delivery for delivery in self.vault.deliveries.values() if delivery["status"] == status
        ]

    def _requeue(self, delivery: Delivery) -> None:
        del self.vault.deliveries[delivery["id"]]
        self.vault.deliveries[delivery["id"]] = delivery | {"status": "waiting", "due": time.time()}

    def _next(self) -> Delivery | None:
        """Wait for the delivery that is due first; None once stopped."""
        with self.vault.lock:
            while not self.stopped:
                waiting = self._with_status("waiting")
                first = min(waiting, key=lambda delivery: delivery["due"], default=None)
                if first and first["due"] <= time.time():
                    return first
                # Saved when at rest: after a kill an event may come twice, as it may from Stripe.
                self.vault.save()
                self.vault.delivery_due.wait(first["due"] - time.time() if first else None)
        return None

    def _attempt(self, delivery: Delivery) -> None:
        with self.vault.lock:
            if delivery["id"] not in self.vault.deliveries:
                return
            event = self.vault.resources.get(delivery["event"]) or delivery["forged"]
            payload = json.dumps(public(event), indent=2)
        answer = self._post(payload, self._signature(payload, delivery["manner"]))
        with self.vault.lock:
            self._note(delivery, event, answer)

    def _signature(self, payload: str, manner: str) -> str:
        moment = int(time.time()) - (STALE if manner == "stale" else 0)
        secret = "whsec_of_somebody_else" if manner == "tamper" else self.secret
        return sign(payload, secret, moment)

    def _post(self, payload: str, signature: str) -> int | str:
        """The HTTP status the site answered, or why it did not. A redirection counts as a refusal."""
        target = urlsplit(self.url or "")
        secure = target.scheme == "https"
        connection = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(
            target.hostname or "", target.port, timeout=TIMEOUT
        )
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Stripe-Signature": signature,
            "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        }
        try:
            connection.request("POST", target.path or "/", payload.encode(), headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        finally:
            connection.close()

    def _note(self, delivery: Delivery, event: Resource, answer: int | str) -> None:
        attempts = delivery["attempts"]
        attempts.append({"at": time.time(), "answer": answer})
        if isinstance(answer, int) and 200 <= answer < 300:
            delivery["status"] = "delivered"
            event["pending_webhooks"] = 0
        elif delivery["manner"] == "true" and len(attempts) <= len(RETRY_AFTER):
            delivery["due"] = time.time() + RETRY_AFTER[len(attempts) - 1]
        else:
            delivery["status"] = "failed"
