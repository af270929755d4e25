"""Children that never outlive us: started on a leash, known by pid and birth, ended by group."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
# The clock may be stepped between two reads of a process's birth; a pid is not reused that fast.
BIRTH_TOLERANCE_SECONDS = 2
# Children carry the folder they work for: it tells orphans of a dead child from strangers.
MARK = "WORKBENCH_FOLDER"


@dataclass(frozen=True)
class Identity:
    """A process told apart from any later one that is given the same pid."""

    pid: int
    born: float

    @classmethod
    def of(cls, pid: int) -> "Identity":
        return cls(pid, psutil.Process(pid).create_time())

    def is_alive(self) -> bool:
        try:
            process = psutil.Process(self.pid)
            gap = abs(process.create_time() - self.born)
            return gap < BIRTH_TOLERANCE_SECONDS and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False


def start(
    command: Sequence[str | Path],
    *,
    log: Path,
    folder: Path,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    user: int | None = None,
    farewell: signal.Signals = signal.SIGTERM,
    shown: bool = False,
) -> subprocess.Popen[bytes]:
    """Start a child in a group of its own, its output appended to `log`.

    `shown`: its standard output goes to the reader, its errors alone to the log.

    `folder` is the data folder it works for. `farewell` is the signal that the kernel sends it if
    we die without a word (Linux; elsewhere the next start ends it). Call it from the main thread:
    the kernel takes the end of the calling thread for our death.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=None if shown else output,
            stderr=output,
            cwd=cwd,
            env={**(os.environ if env is None else env), MARK: str(folder)},
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            start_new_session=True,
            # One system call, no lock taken: safe after a fork.
            preexec_fn=_leash(farewell),  # noqa: PLW1509
        )


def stop(
    child: subprocess.Popen[bytes],
    *,
    farewell: signal.Signals = signal.SIGTERM,
    patience: float = 10,
) -> None:
    """Ask the child to end, wait `patience` seconds, then end its whole group."""
    if child.poll() is None:
        child.send_signal(farewell)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(patience)
    _kill_group(child.pid)
    child.wait()


def end_leftover(
    left: Identity,
    *,
    folder: Path,
    farewell: signal.Signals = signal.SIGTERM,
    patience: float = 10,
) -> None:
    """End a child that an earlier, killed parent left behind, and what that child had started."""
    if left.is_alive():
        with contextlib.suppress(ProcessLookupError):
            os.killpg(left.pid, farewell)
        wait_until(lambda: not left.is_alive(), seconds=patience)
        if left.is_alive():
            _kill_group(left.pid)
    for orphan in _orphans(left.pid, folder):
        with contextlib.suppress(psutil.NoSuchProcess):
            orphan.kill()


def wait_until(done: Callable[[], bool], *, seconds: float, pause: float = 0.05) -> bool:
    """Whether `done` came true in time."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def tail(log: Path, lines: int = 15) -> str:
    """The end of a log, for someone who must find out why a child stopped."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])


def _leash(farewell: signal.Signals) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def hold() -> None:
        libc.prctl(PR_SET_PDEATHSIG, farewell)
        if os.getppid() != parent:  # it died before the leash was on
            os._exit(1)

    return hold


def _kill_group(group: int) -> None:
    # macOS answers EPERM when only zombies are left in the group.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _orphans(group: int, folder: Path) -> list[psutil.Process]:
    """Members of a dead child's group; the mark in their environment says that they are ours."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError, PermissionError):
            if os.getpgid(process.pid) == group and process.environ().get(MARK) == str(folder):
                found.append(process)
    return found
