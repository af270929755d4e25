"""`make run`: the whole platform on one machine with nothing installed, until Ctrl-C."""

import os
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from workbench import console, locks, preflight, processes, steps, translations
from workbench.engines import ROOT, engines, local_dir
from workbench.ports import LOOPBACK
from workbench.services import Place, environment, services
from workbench.supervisor import Supervisor, end_leftovers
from workbench.troubles import Trouble, say

READY_SECONDS = 90
WATCH_SECONDS = 0.5


class Stopped(BaseException):
    """The reader asked us to stop."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop_once)
    try:
        run(local_dir())
    except Trouble as trouble:
        console.complain(trouble)
        return 1
    except Stopped:
        return 0
    return 0


def run(folder: Path) -> None:
    preflight.check_python()
    preflight.check_folder(folder)
    with ExitStack() as running:
        running.enter_context(_alone(folder))
        end_leftovers(folder)
        place = _place(folder)
        with console.step(say("Traductions", "Translations")):
            translations.compile_all()
        with console.step("PostgreSQL, Valkey"):
            addresses = running.enter_context(engines(folder))
        env = environment(place, addresses)
        _take_first_steps(place, env)
        supervisor = Supervisor(services(place), folder=folder, env=env, cwd=ROOT)
        running.callback(supervisor.stop)
        with console.step(say("Site, tâches et paiements", "Site, tasks and payments")):
            supervisor.start()
            supervisor.wait_for(lambda: _opens(place), name="web", seconds=READY_SECONDS)
        _welcome(place, addresses.database_url)
        _watch(supervisor)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One run for each folder."""
    lock = locks.take(folder / "run.lock")
    if lock is None:
        raise Trouble("already_running")
    with lock:
        yield


def _place(folder: Path) -> Place:
    host = os.environ.get("BIND") or LOOPBACK
    return Place(
        folder=folder,
        host=host,
        port=preflight.free_port("PORT", 8000, host),
        standin_port=preflight.free_port("STRIPE_STANDIN_PORT", 12111, LOOPBACK),
    )


def _take_first_steps(place: Place, env: dict[str, str]) -> None:
    if not steps.pending(env["DATABASE_URL"]):
        return
    log = place.folder / "log" / "first-steps.log"
    child = processes.start(
        [sys.executable, "-m", "workbench.first_steps"],
        log=log, folder=place.folder, env=env, cwd=ROOT, shown=True,
    )  # fmt: skip
    try:
        code = child.wait()
    finally:
        processes.stop(child)
    if code:
        raise Trouble(
            "child_failed", name="first-steps", code=code, log=log, details=processes.tail(log)
        )


def _opens(place: Place) -> bool:
    try:
        with urllib.request.urlopen(f"{place.site_url}/healthz", timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _welcome(place: Place, database_url: str) -> None:
    console.tell()
    console.tell(say("La halle est ouverte.", "The hall is open."))
    console.tell()
    for name, path in (
        ("Site", "/"),
        ("English", "/en/"),
        (say("Bénévoles", "Volunteers"), "/gestion/"),
        (say("Courrier de la démo", "Mails of the demo"), "/demo/inbox/"),
    ):
        console.tell(f"  {name:<24} {place.site_url}{path}")
    console.tell()
    console.tell(steps.output(database_url, "demo_sign_ins").rstrip())
    console.tell()
    console.tell(
        say(
            f"Les journaux : {place.folder / 'log'}. Pour arrêter : Ctrl-C.",
            f"Logs: {place.folder / 'log'}. To stop: Ctrl-C.",
        )
    )


def _watch(supervisor: Supervisor) -> None:
    """Keep the services alive until we are told to stop, or `make` is gone."""
    parent = os.getppid()
    while "MAKELEVEL" not in os.environ or os.getppid() == parent:
        supervisor.revive(
            lambda name: console.tell(
                say(
                    f"« {name} » s’est arrêté : je le relance.", f"“{name}” stopped: restarting it."
                )
            )
        )
        time.sleep(WATCH_SECONDS)


def _stop_once(_number: int, _frame: FrameType | None) -> None:
    """Stop in order; a second Ctrl-C must not cut short the end of the engines."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    console.tell(say("\nJe ferme…", "\nClosing…"))
    raise Stopped


if __name__ == "__main__":
    sys.exit(main())
