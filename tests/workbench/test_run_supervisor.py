"""The platform's processes, played by tiny ones: watched, restarted, and never left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from workbench import processes
from workbench.engines import ROOT
from workbench.supervisor import Service, Supervisor, end_leftovers
from workbench.troubles import Trouble

# A child with a child of its own, deaf to polite farewells, as a worker with its pool may be.
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(grandchild.pid, flush=True)
time.sleep(60)
"""
PARENT = """
import os, sys, time
from pathlib import Path
from workbench.supervisor import Service, Supervisor
folder = Path(sys.argv[1])
child = Service("stubborn", [sys.executable, "-c", sys.argv[2]])
Supervisor([child], folder=folder, env=os.environ, cwd=folder).start()
time.sleep(60)
"""


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.fixture
def supervise(tmp_path):
    started = []

    def start(*services: Service) -> Supervisor:
        supervisor = Supervisor(services, folder=tmp_path, env=os.environ, cwd=tmp_path)
        started.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop()


def runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def grandchild_of(folder: Path) -> int:
    log = folder / "log" / "stubborn.log"
    assert processes.wait_until(lambda: log.exists() and log.read_text().strip() != "", seconds=5)
    return int(log.read_text().split()[0])


def test_the_end_takes_grandchildren_along(supervise, tmp_path):
    supervisor = supervise(Service("stubborn", python(STUBBORN), patience=0.2))
    child, grandchild = supervisor.services[0].child.pid, grandchild_of(tmp_path)
    supervisor.stop()
    assert not runs(child)
    assert processes.wait_until(lambda: not runs(grandchild), seconds=2)
    assert not (tmp_path / "run.json").exists()


def test_the_last_started_ends_first(supervise, tmp_path):
    parting = """
import signal, sys, time
from pathlib import Path
def leave(*_):
    with Path("order").open("a") as order:
        print(sys.argv[1], file=order)
    sys.exit()
signal.signal(signal.SIGTERM, leave)
Path(sys.argv[1]).touch()
time.sleep(60)
"""
    supervisor = supervise(
        *(Service(name, [*python(parting), name]) for name in ("stand-in", "worker", "web"))
    )
    assert processes.wait_until(
        lambda: all((tmp_path / each.name).exists() for each in supervisor.services), seconds=5
    )
    supervisor.stop()
    assert (tmp_path / "order").read_text().split() == ["web", "worker", "stand-in"]


def test_a_service_that_dies_is_restarted_and_named(supervise, tmp_path):
    supervisor = supervise(Service("worker", python("import time; time.sleep(60)")))
    first = supervisor.services[0].child
    first.kill()
    first.wait()
    told: list[str] = []
    supervisor.revive(told.append)
    assert told == ["worker"]
    second = supervisor.services[0].child.pid
    assert second != first.pid
    assert runs(second)
    assert [note["pid"] for note in json.loads((tmp_path / "run.json").read_text())] == [second]


def test_a_service_that_dies_on_and_on_stops_all_and_shows_its_log(supervise, tmp_path):
    lines = "; ".join(f"print('line {number}')" for number in range(20))
    supervisor = supervise(Service("beat", python(f"{lines}; raise SystemExit(3)")))
    told: list[str] = []

    def keep_alive():
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            supervisor.revive(told.append)
            time.sleep(0.01)

    with pytest.raises(Trouble) as trouble:
        keep_alive()
    assert told == ["beat"] * 5
    assert "beat" in str(trouble.value)
    assert str(tmp_path / "log" / "beat.log") in str(trouble.value)
    assert trouble.value.details.splitlines() == [f"line {number}" for number in range(5, 20)]


def test_a_service_that_fails_while_opening_is_told_at_once(supervise):
    supervisor = supervise(Service("web", python("raise SystemExit('no such table')")))
    with pytest.raises(Trouble) as trouble:
        supervisor.wait_for(lambda: False, name="web", seconds=10)
    assert trouble.value.kind == "child_failed"
    assert trouble.value.details == "no such table"


def test_a_service_that_never_opens_is_told(supervise):
    supervisor = supervise(Service("web", python("import time; time.sleep(60)")))
    with pytest.raises(Trouble) as trouble:
        supervisor.wait_for(lambda: False, name="web", seconds=0.2)
    assert trouble.value.kind == "child_silent"


def test_after_a_killed_parent_the_next_start_leaves_nothing(tmp_path):
    parent = subprocess.Popen(
        [*python(PARENT), str(tmp_path), STUBBORN],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    grandchild = grandchild_of(tmp_path)
    child = json.loads((tmp_path / "run.json").read_text())[0]["pid"]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert runs(grandchild)

    os.kill(child, signal.SIGKILL)  # the harder case: only the orphan is left of its group
    end_leftovers(tmp_path)
    assert processes.wait_until(lambda: not runs(child) and not runs(grandchild), seconds=5)
    assert not (tmp_path / "run.json").exists()


def test_a_recycled_pid_is_spared(tmp_path):
    stranger = subprocess.Popen(python("import time; time.sleep(60)"), start_new_session=True)
    try:
        born = psutil.Process(stranger.pid).create_time() - 3600
        (tmp_path / "run.json").write_text(json.dumps([{"pid": stranger.pid, "born": born}]))
        end_leftovers(tmp_path)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()
