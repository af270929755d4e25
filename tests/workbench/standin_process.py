"""The stand-in as a process of its own, and a shop that receives its webhooks."""

import json
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from stripe import Event, StripeClient, Webhook

ROOT = Path(__file__).parents[2]
SECRET = "whsec_tests"
PATIENCE = 5
"""Seconds a test waits for something that comes from another thread."""


@dataclass
class Letter:
    """One delivery as the shop received it."""

    body: str
    signature: str

    def opened(self) -> Event:
        """The event, once its signature is verified by Stripe's own library."""
        event: Event = Webhook.construct_event(self.body, self.signature, SECRET)
        return event

    @property
    def type(self) -> str:
        return str(json.loads(self.body)["type"])

    @property
    def id(self) -> str:
        return str(json.loads(self.body)["id"])


class Shop(ThreadingHTTPServer):
    """Keeps each letter; answers the statuses of `answers` first, then 200."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Doormat)
        self.url = f"http://127.0.0.1:{self.server_port}/paiements/evenements/"
        self.letters: list[Letter] = []
        self.answers: list[int] = []
        self.arrived = threading.Condition()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def empty(self) -> None:
        """A new day."""
        with self.arrived:
            self.letters.clear()
            self.answers.clear()

    def wait_for(self, *types: str) -> list[Letter]:
        """The letters of these types, in order of arrival, once as many as named have come."""

        def wanted() -> list[Letter]:
            return [letter for letter in self.letters if letter.type in types]

        with self.arrived:
            assert self.arrived.wait_for(lambda: len(wanted()) >= len(types), PATIENCE), (
                self.types()
            )
            return wanted()

    def types(self) -> list[str]:
        """What came, in order of arrival."""
        return [letter.type for letter in self.letters]


class _Doormat(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length).decode()
        if len(body.encode()) < length:
            return  # cut short: its sender was stopped halfway, and will send it again
        shop = self.server
        assert isinstance(shop, Shop)
        with shop.arrived:
            status = shop.answers.pop(0) if shop.answers else 200
            shop.letters.append(Letter(body, self.headers["Stripe-Signature"]))
            shop.arrived.notify_all()
        self.send_response(status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Tests read the letters, not a log."""


class StandinProcess:
    """`python -m workbench.stripe_standin` on a free port."""

    def __init__(self, *, webhook_url: str | None = None, state: Path | None = None):
        command = [
            sys.executable,
            "-m",
            "workbench.stripe_standin",
            "--port",
            "0",
            "--webhook-secret",
            SECRET,
        ]
        command += ["--webhook-url", webhook_url] if webhook_url else []
        command += ["--state", str(state)] if state else []
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.url = self.process.stdout.readline().split()[-1]
        self.log: list[str] = []
        threading.Thread(target=self._read_log, daemon=True).start()

    def client(self, key: str = "sk_test_demo", *, retries: int = 0) -> StripeClient:
        """Stripe's own library, pointed here as the site points it."""
        return StripeClient(key, base_addresses={"api": self.url}, max_network_retries=retries)

    def control(self, **orders: Any) -> None:
        """Plan trouble."""
        self.ask("/_standin/control", orders)

    def reset(self) -> None:
        """Forget everything."""
        self.ask("/_standin/reset", {})

    def deliveries(self) -> list[dict[str, Any]]:
        """What the courier did."""
        return list(self.ask("/_standin/deliveries")["deliveries"])

    def ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """One request below /_standin; POST when there is a body."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.url + path, data, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return dict(json.load(answer))

    def browse(self, url: str, form: str | None = None) -> tuple[str, str]:
        """What a browser gets: the page, and the address it was sent to (without going there)."""
        request = urllib.request.Request(url, None if form is None else form.encode())
        try:
            with _opener.open(request, timeout=PATIENCE) as answer:
                return answer.read().decode(), ""
        except urllib.error.HTTPError as answer:
            return answer.read().decode(), answer.headers.get("Location", "")

    def stop(self) -> str:
        """End the process and return its log."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        time.sleep(0.05)
        return "".join(self.log)

    def _read_log(self) -> None:
        assert self.process.stderr
        self.log.extend(self.process.stderr)


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_opener = urllib.request.build_opener(_StayHere)
