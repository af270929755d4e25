"""The platform's processes: started, watched, restarted when they die, and ended together."""

import json
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench import private_files, processes
from workbench.troubles import Trouble

RESTARTS_ALLOWED = 5
RESTARTS_WITHIN_SECONDS = 60
# Short: its engines are gone, a task at hand is queued again, and someone waits for the start.
LEFTOVER_SECONDS = 2


@dataclass
class Service:
    """One process of the platform. `patience`: seconds between its farewell and its end."""

    name: str
    command: Sequence[str | Path]
    farewell: signal.Signals = signal.SIGTERM
    patience: float = 10
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)
    identity: processes.Identity | None = field(default=None, init=False)
    deaths: list[float] = field(default_factory=list, init=False)

    def is_dead(self) -> bool:
        return self.child is not None and self.child.poll() is not None

    def dies_too_often(self) -> bool:
        """Count a death; whether there were too many of late."""
        now = time.monotonic()
        self.deaths = [at for at in self.deaths if now - at < RESTARTS_WITHIN_SECONDS] + [now]
        return len(self.deaths) > RESTARTS_ALLOWED

    def stop(self) -> None:
        if self.child:
            processes.stop(self.child, farewell=self.farewell, patience=self.patience)
        self.child = self.identity = None


class Supervisor:
    """Keeps services running in a data folder, and notes there what the next start must end."""

    def __init__(
        self, services: Sequence[Service], *, folder: Path, env: Mapping[str, str], cwd: Path
    ) -> None:
        self.services = services
        self.folder, self.env, self.cwd = folder, env, cwd

    def start(self) -> None:
        for service in self.services:
            self._start(service)

    def wait_for(self, ready: Callable[[], bool], *, name: str, seconds: float) -> None:
        """Wait until the service of that name is ready. A service that ends before is a Trouble."""

        def settled() -> bool:
            for service in self.services:
                if service.is_dead():
                    raise self._death(service)
            return ready()

        if not processes.wait_until(settled, seconds=seconds, pause=0.1):
            log = self._log(name)
            raise Trouble(
                "child_silent", name=name, seconds=seconds, log=log, details=processes.tail(log)
            )

    def revive(self, tell: Callable[[str], None]) -> None:
        """Restart each service that died, and tell its name. Dying on and on is a Trouble."""
        for service in self.services:
            if not service.is_dead():
                continue
            if service.dies_too_often():
                raise self._death(service)
            tell(service.name)
            service.stop()  # what it leaves in its group
            self._start(service)

    def stop(self) -> None:
        """End the services, the last started first."""
        for service in reversed(self.services):
            service.stop()
        _note(self.folder).unlink(missing_ok=True)

    def _start(self, service: Service) -> None:
        service.child = processes.start(
            service.command,
            log=self._log(service.name),
            folder=self.folder,
            env=self.env,
            cwd=self.cwd,
            farewell=service.farewell,
        )
        service.identity = processes.Identity.of(service.child.pid)
        running = [each.identity for each in self.services if each.identity]
        facts = [{"pid": one.pid, "born": one.born} for one in running]
        private_files.write(_note(self.folder), json.dumps(facts))

    def _log(self, name: str) -> Path:
        return self.folder / "log" / f"{name}.log"

    def _death(self, service: Service) -> Trouble:
        log = self._log(service.name)
        code = service.child.returncode if service.child else None
        return Trouble(
            "child_failed", name=service.name, code=code, log=log, details=processes.tail(log)
        )


def end_leftovers(folder: Path) -> None:
    """End what a killed run left in this folder. Only for whoever holds the folder's lock."""
    note = _note(folder)
    if not note.exists():
        return
    for left in reversed(json.loads(note.read_text())):
        identity = processes.Identity(left["pid"], left["born"])
        processes.end_leftover(identity, folder=folder, patience=LEFTOVER_SECONDS)
    note.unlink()


def _note(folder: Path) -> Path:
    return folder / "run.json"
