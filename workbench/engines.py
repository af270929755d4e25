"""PostgreSQL and Valkey for whoever has none: one pair per data folder, shared by its commands.

    with engines(local_dir()) as addresses:
        os.environ.update(addresses.environment())

An engine whose address is already in the environment (DATABASE_URL, REDIS_URL) is left alone. The
first command to come owns the engines and stops them when it ends; others in the same folder join.
"""

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from workbench import locks, postgres, private_files, processes, valkey
from workbench.troubles import Trouble

ROOT = Path(__file__).resolve().parent.parent
JOIN_SECONDS = 90
NOTE = "running.json"


class Engine(Protocol):
    """What the modules `postgres` and `valkey` offer."""

    NAME: str
    FAREWELL: signal.Signals

    def start(
        self, folder: Path, log: Path, *, durable: bool
    ) -> tuple[subprocess.Popen[bytes], str]: ...


@dataclass(frozen=True)
class Addresses:
    database_url: str
    redis_url: str

    def environment(self) -> dict[str, str]:
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}


def local_dir() -> Path:
    """Where this checkout keeps its data, logs and engines; LOCAL_DIR moves it."""
    return Path(os.environ.get("LOCAL_DIR") or ROOT / ".local").expanduser().resolve()


@contextmanager
def engines(data_dir: Path, *, durable: bool = True) -> Iterator[Addresses]:
    """Addresses of both engines, running while the block runs. Raises Trouble when one cannot."""
    with ExitStack() as running:

        def address(setting: str, engine: Engine) -> str:
            given = os.environ.get(setting)
            return given or running.enter_context(
                _owned_or_joined(engine, data_dir, durable=durable)
            )

        yield Addresses(address("DATABASE_URL", postgres), address("REDIS_URL", valkey))


@contextmanager
def throwaway_engines() -> Iterator[Addresses]:
    """Fast engines on a folder that is gone at the end, for tests: they forget all when killed."""
    with (
        tempfile.TemporaryDirectory(prefix="halle-", ignore_cleanup_errors=True) as folder,
        engines(Path(folder), durable=False) as addresses,
    ):
        yield addresses


@contextmanager
def _owned_or_joined(engine: Engine, data_dir: Path, *, durable: bool) -> Iterator[str]:
    folder = data_dir / engine.NAME
    note = folder / NOTE
    found = _own_or_find(folder / "lock", note)
    if isinstance(found, str):
        yield found
        return
    with found:  # the lock, held as long as the engine runs
        _end_leftover(engine, folder)
        log = data_dir / "log" / f"{engine.NAME}.log"
        server, address = engine.start(folder, log, durable=durable)
        try:
            _write_note(note, server.pid, address)
            yield address
        finally:
            processes.stop(server, farewell=engine.FAREWELL, patience=20)
            note.unlink(missing_ok=True)


def _own_or_find(lock: Path, note: Path) -> IO[str] | str:
    """The lock once the engine is ours to start, else the address of the one that runs."""
    deadline = time.monotonic() + JOIN_SECONDS
    while time.monotonic() < deadline:
        ours = locks.take(lock)
        if ours:
            return ours
        running = _read_note(note)
        if running and running[0].is_alive():
            return running[1]
        time.sleep(0.1)
    raise Trouble("engine_busy", name=note.parent.name, folder=note.parent)


def _write_note(note: Path, pid: int, address: str) -> None:
    identity = processes.Identity.of(pid)
    facts = {"pid": identity.pid, "born": identity.born, "address": address}
    private_files.write(note, json.dumps(facts))  # the address holds the password


def _read_note(note: Path) -> tuple[processes.Identity, str] | None:
    try:
        written = json.loads(note.read_text())
        return processes.Identity(written["pid"], written["born"]), written["address"]
    except (FileNotFoundError, ValueError, KeyError):
        return None


def end_leftovers(data_dir: Path) -> None:
    """End engines that a killed command left behind. Only for whoever holds their locks."""
    for engine in (valkey, postgres):
        _end_leftover(engine, data_dir / engine.NAME)


def _end_leftover(engine: Engine, folder: Path) -> None:
    note = folder / NOTE
    left = _read_note(note)
    if left:
        processes.end_leftover(left[0], folder=folder, farewell=engine.FAREWELL)
    note.unlink(missing_ok=True)
