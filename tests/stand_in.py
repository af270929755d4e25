"""The payment provider's stand-in as a running process, and what a person does at it."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import stripe

ROOT = Path(__file__).resolve().parent.parent
SECRET = "whsec_demo"


class StandIn:
    """One process. ``webhook_url`` is where its signed events go."""

    def __init__(self, *, port: int, webhook_url: str | None = None) -> None:
        self.url = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "workbench.stripe_standin", "--port", str(port)]
        if webhook_url:
            command += ["--webhook-url", webhook_url]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        self._wait()
        self.client = stripe.StripeClient("sk_test_demo", base_addresses={"api": self.url})

    def _wait(self) -> None:
        for _attempt in range(100):
            try:
                self._call("GET", "/_standin/health")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the stand-in does not answer")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=json.dumps(body or {}).encode() if method == "POST" else None,
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer)

    def reset(self) -> None:
        self._call("POST", "/_standin/reset")

    def control(self, **order: Any) -> None:
        self._call("POST", "/_standin/control", order)

    def deliveries(self) -> list[dict[str, Any]]:
        return self._call("GET", "/_standin/deliveries")["deliveries"]

    def pay(self, intent_ref: str, *, card: str = "pm_card_visa") -> None:
        """Confirm an intent as the browser would. A declined card raises stripe.CardError."""
        self.client.v1.payment_intents.confirm(
            intent_ref, {"payment_method": card, "return_url": "http://testserver/"}
        )
