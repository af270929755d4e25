"""Real processes that a test starts in order to kill them: a queue, a worker, the web."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import redis
from celery import Celery
from django.conf import settings
from django.db import connection

from tests.faults.mail_server import MailServer
from workbench import valkey
from workbench.ports import free_port

ROOT = Path(__file__).resolve().parent.parent.parent


class Queue:
    """A Valkey on one port, that can be taken away and brought back."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        command = [
            str(valkey._binary()),
            "--port",
            str(self.port),
            "--save",
            "",
            "--bind",
            "127.0.0.1",
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_until(self._answers, seconds=30)

    def _answers(self) -> bool:
        with redis.Redis.from_url(self.url) as client, suppress(redis.ConnectionError):
            return client.ping()
        return False

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(5)


def environment(*, mail: MailServer, queue: Queue) -> dict[str, str]:
    """The test's own database, and engines of the test."""
    database = settings.DATABASE_URL.rsplit("/", 1)[0] + "/" + connection.settings_dict["NAME"]
    return {
        **os.environ,
        "MODE": "test",
        "DATABASE_URL": database,
        "REDIS_URL": queue.url,
        "EMAIL_URL": mail.url,
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


MOVED_CLOCK = """
import sys, datetime, time_machine
moment = datetime.datetime.fromisoformat(sys.argv.pop(1))
time_machine.travel(moment, tick=True).start()
from celery.__main__ import main
sys.exit(main())
"""


@contextmanager
def worker(
    env: dict[str, str], *, processes: int = 1, at: datetime | None = None
) -> Iterator[subprocess.Popen]:
    """A worker in a group of its own, so that a kill -9 takes its children with it.

    ``at`` sets its clock, which runs on from there.
    """
    celery = ["-c", MOVED_CLOCK, at.isoformat()] if at else ["-m", "celery"]
    options = ["-A", "config", "worker", "-c", str(processes), "-l", "WARNING"]
    command = [sys.executable, *celery, *options]
    process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen) -> None:
    """kill -9, children included."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(10)


@contextmanager
def web(env: dict[str, str]) -> Iterator[str]:
    """The site served by gunicorn; gives its address."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "config.wsgi:application",
        "-b",
        f"127.0.0.1:{port}",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
    address = f"http://127.0.0.1:{port}"

    def is_up() -> bool:
        try:
            return urllib.request.urlopen(f"{address}/healthz", timeout=2).status == 200
        except OSError:
            return False

    try:
        wait_until(is_up, seconds=90)
        yield address
    finally:
        kill(process)


def ask_for_a_sweep(env: dict[str, str]) -> None:
    """What beat does every twenty seconds, through the real queue."""
    command = [sys.executable, "-m", "celery", "-A", "config", "call"]
    subprocess.run(
        [*command, "commons.notices.tasks.sweep_messages"], cwd=ROOT, env=env, check=True
    )


@contextmanager
def beat(env: dict[str, str], *, every: float) -> Iterator[None]:
    """Sweeps asked for by the clock, as beat does, through the real queue and without a process for each."""
    # Not the current app: what other tests delay would go to a queue that is gone by then.
    app = Celery(broker=env["REDIS_URL"], set_as_current=False)
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            app.send_task("commons.notices.tasks.sweep_messages", ignore_result=True)
            stop.wait(every)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield
    finally:
        stop.set()
        asking.join()


def wait_until(condition: Callable[[], bool], *, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.1)
