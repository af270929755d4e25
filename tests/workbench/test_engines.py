"""The engines lent to whoever has none: kept, shared, and gone when nobody needs them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from tests.folders import folder_of_our_own
from workbench.engines import ROOT, engines, throwaway_engines
from workbench.processes import Identity
from workbench.troubles import Trouble

PARENT = """
import sys, time
from pathlib import Path
from workbench.engines import engines
with engines(Path(sys.argv[1])) as addresses:
    print(addresses.database_url, addresses.redis_url, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def no_engine_given(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)


@pytest.fixture
def folder():
    with folder_of_our_own("halle-engines-") as own:
        yield own


def server_pids(folder: Path) -> list[int]:
    """Both engines' processes, as they were noted while running."""
    notes = [folder / name / "running.json" for name in ("postgres", "valkey")]
    return [json.loads(note.read_text())["pid"] for note in notes]


def are_gone(pids: list[int]) -> bool:
    return not any(is_running(pid) for pid in pids)


def is_running(pid: int) -> bool:
    try:
        return Identity.of(pid).is_alive()
    except psutil.NoSuchProcess:
        return False


def test_data_are_kept_from_one_start_to_the_next_in_a_deep_folder(folder):
    """A socket path holds 107 bytes; this folder's name alone has more."""
    folder = folder / ("profond" * 20)
    with engines(folder) as addresses:
        with psycopg.connect(addresses.database_url) as session:
            session.execute("CREATE TABLE basket (name text)")
            session.execute("INSERT INTO basket VALUES ('poireaux')")
        redis.Redis.from_url(addresses.redis_url).rpush("queue", "mail 81")
        pids = server_pids(folder)
    assert are_gone(pids)

    with engines(folder) as addresses:
        with psycopg.connect(addresses.database_url) as session:
            assert session.execute("SELECT name FROM basket").fetchall() == [("poireaux",)]
        assert redis.Redis.from_url(addresses.redis_url).lpop("queue") == b"mail 81"


def test_a_second_command_joins_the_engines_that_run(folder):
    with engines(folder, durable=False) as first:
        pids = server_pids(folder)
        with engines(folder, durable=False) as second:
            assert second == first
        assert all(is_running(pid) for pid in pids)


def test_an_engine_whose_address_is_given_is_not_started(folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/halle")
    with engines(folder, durable=False) as addresses:
        assert addresses.database_url == "postgresql://elsewhere/halle"
        assert redis.Redis.from_url(addresses.redis_url).ping()
    assert not (folder / "postgres").exists()


def test_strangers_need_the_password(folder):
    with engines(folder, durable=False) as addresses:
        for secret in (addresses.database_url, addresses.redis_url):
            assert "@127.0.0.1:" in secret
        head, place = addresses.database_url.split("@")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(f"{head.rsplit(':', 1)[0]}:guessed@{place}")
        with pytest.raises(redis.AuthenticationError):
            redis.Redis.from_url(f"redis://{addresses.redis_url.split('@')[1]}").ping()


def test_throwaway_engines_leave_nothing_even_when_the_tests_fail():
    folders: list[Path] = []
    pids: list[int] = []

    def fail():
        with throwaway_engines() as addresses, psycopg.connect(addresses.database_url) as session:
            for (data,) in session.execute("SHOW data_directory"):
                folders.append(Path(data).parent.parent)
            pids.extend(server_pids(folders[0]))
            raise AssertionError("a failing test")

    with pytest.raises(AssertionError, match="a failing test"):
        fail()
    assert not folders[0].exists()
    assert are_gone(pids)


def test_a_killed_parent_leaves_nothing_after_the_next_start(folder):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert parent.stdout
    assert "postgresql://" in parent.stdout.readline()
    orphans = server_pids(folder)
    parent.send_signal(signal.SIGKILL)
    parent.wait()

    with engines(folder) as addresses:
        assert are_gone(orphans)
        assert redis.Redis.from_url(addresses.redis_url).ping()


def test_data_of_another_version_are_told_from_a_failure(folder, monkeypatch):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    cluster = folder / "postgres" / "data"
    cluster.mkdir(parents=True)
    (cluster / "PG_VERSION").write_text("12\n")
    with pytest.raises(Trouble, match="viennent de PostgreSQL 12"), engines(folder):
        pass
