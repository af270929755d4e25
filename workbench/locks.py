"""Who works in a folder. The kernel frees a lock when its holder dies, however it dies."""

import fcntl
from pathlib import Path
from typing import IO


def take(path: Path) -> IO[str] | None:
    """The lock, held until it is closed, or None when another process holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def is_held(path: Path) -> bool:
    if not path.exists():
        return False
    lock = take(path)
    if lock:
        lock.close()
    return lock is None
