"""What can be known to fail before anything is started, each told in one sentence."""

import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path

from workbench import ports
from workbench.troubles import Trouble

OLDEST, NEWEST = (3, 11), (3, 13)
ROOM_MEGABYTES = 500


def check_python(version: tuple[int, ...] = sys.version_info[:3]) -> None:
    if not OLDEST <= version[:2] <= NEWEST:
        raise Trouble("other_python", found=".".join(map(str, version)))


def check_folder(folder: Path) -> None:
    """The data folder can be made and written, and its disk has room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _disk_full(folder, free=0) from error
        raise Trouble("folder_unwritable", folder=folder) from error
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < ROOM_MEGABYTES:
        raise _disk_full(folder, free)


def _disk_full(folder: Path, free: int) -> Trouble:
    return Trouble("disk_full", folder=folder, free=free, needed=ROOM_MEGABYTES)


def free_port(setting: str, usual: int, host: str) -> int:
    """The port that the setting asks for, once known to be free."""
    value = os.environ.get(setting) or str(usual)
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise Trouble("port_unreadable", setting=setting, value=value)
    port = int(value)
    if ports.is_taken(port, host):
        free = ports.next_free(port, host)
        raise Trouble("port_taken", port=port, setting=setting, free=free)
    return port
