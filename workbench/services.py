"""The demo's environment, and the processes that make the platform."""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from workbench.engines import ROOT, Addresses
from workbench.ports import LOOPBACK
from workbench.supervisor import Service

STRIPE = {
    "STRIPE_SECRET_KEY": "sk_test_demo",
    "STRIPE_PUBLISHABLE_KEY": "pk_test_demo",
    "STRIPE_WEBHOOK_SECRET": "whsec_demo",
}
WEBHOOK_PATH = "/paiements/evenements/"


@dataclass(frozen=True)
class Place:
    """Where this run of the demo stands."""

    folder: Path
    host: str
    port: int
    standin_port: int

    @property
    def site_url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def standin_url(self) -> str:
        return f"http://{LOOPBACK}:{self.standin_port}"


def environment(place: Place, addresses: Addresses) -> dict[str, str]:
    """What each process of the demo is given. Never the reader's own Stripe keys."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        # Where Python may not keep its byte code, each process takes 5 s to start instead of 1.
        if name != "PYTHONDONTWRITEBYTECODE"
    }
    return inherited | addresses.environment() | STRIPE | {
        "MODE": "demo",
        "SITE_URL": place.site_url,
        "STRIPE_API_BASE": place.standin_url,
        "STRIPE_JS_URL": f"{place.standin_url}/v3/",
        "MEDIA_ROOT": str(place.folder / "media"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "PYTHONUNBUFFERED": "1",
    }  # fmt: skip


def services(place: Place) -> list[Service]:
    """In the order of their start; they end in the reverse order, the doors first."""
    python, celery = (sys.executable, "-m"), ("celery", "-A", "config")
    return [
        Service(
            "stripe-standin",
            [
                *python, "workbench.stripe_standin",
                "--port", str(place.standin_port),
                "--webhook-url", place.site_url + WEBHOOK_PATH,
                "--webhook-secret", STRIPE["STRIPE_WEBHOOK_SECRET"],
                "--secret-key", STRIPE["STRIPE_SECRET_KEY"],
                "--publishable-key", STRIPE["STRIPE_PUBLISHABLE_KEY"],
                "--state", place.folder / "stripe.json",
            ],
        ),
        Service(
            "worker",
            [*python, *celery, "worker", "--concurrency", "2", "--loglevel", "INFO"],
            # Celery's soft shutdown: the tasks at hand have worker_soft_shutdown_timeout to end.
            farewell=signal.SIGQUIT,
            patience=20,
        ),
        Service(
            "beat",
            [
                *python, *celery, "beat", "--loglevel", "INFO",
                "--schedule", place.folder / "beat-schedule", "--pidfile", "",
            ],
        ),
        Service(
            "web",
            [
                *python, "gunicorn", "config.wsgi:application",
                "--bind", f"{place.host}:{place.port}",
                "--worker-class", "gthread", "--workers", "2", "--threads", "4",
                "--graceful-timeout", "5", "--no-control-socket", "--access-logfile", "-",
            ],
        ),
    ]  # fmt: skip
