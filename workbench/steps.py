"""What must be done to a database before the doors open, and what has been done already.

The database itself remembers, in a table of ours: it may be emptied, moved or swapped for another
without our knowing, and a second start skips what is done without waking Django.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg

from workbench.engines import ROOT
from workbench.troubles import Trouble, english

TABLE = """
    CREATE TABLE IF NOT EXISTS workbench_steps (
        name text PRIMARY KEY, fingerprint text NOT NULL, output text NOT NULL
    )
"""


@dataclass(frozen=True)
class Step:
    """A Django command, and the files that it depends on beside those of the steps before."""

    french: str
    english: str
    command: tuple[str, ...]
    depends_on: tuple[str, ...] = ()
    daily: bool = False
    by_language: bool = False

    @property
    def name(self) -> str:
        return self.command[0]

    def label(self) -> str:
        return self.english if english() else self.french


STEPS = (
    Step(
        "Base de données", "Database",
        ("migrate", "--no-input"),
        ("requirements.txt", "*/migrations/*.py", "site/**/migrations/*.py"),
    ),
    Step(
        "Pages et rôles du site", "Pages and roles of the site",
        ("prepare_site",),
        ("site/content/**/*.py", "site/**/management/commands/prepare_site.py"),
    ),
    Step(
        "Fiches des plantes", "Plant sheets",
        ("load_plants",),
        ("site/commons/plants/data/plants.csv", "site/commons/plants/**/*.py"),
    ),
    # The demo's dates are relative to the day it is loaded.
    Step(
        "Collectif de démonstration", "Demo collective",
        ("load_demo",),
        ("site/demo/**/*",),
        daily=True,
    ),
    Step("Comptes de démonstration", "Demo accounts", ("demo_sign_ins",), by_language=True),
)  # fmt: skip


def pending(database_url: str, steps: Sequence[Step] = STEPS) -> list[tuple[Step, str]]:
    """The steps still to take, each with the fingerprint to note once it is taken.

    Raises Trouble when the database, which may be the reader's own, cannot be reached.
    """
    try:
        session = psycopg.connect(database_url, connect_timeout=10)
    except psycopg.OperationalError as error:
        raise Trouble("database_away", details=str(error)) from error
    with session:
        session.execute(TABLE)
        rows = session.execute("SELECT name, fingerprint FROM workbench_steps").fetchall()
    done: dict[str, str] = dict(rows)
    return [
        (step, print_) for step, print_ in _fingerprints(steps) if done.get(step.name) != print_
    ]


def note(database_url: str, step: Step, fingerprint: str, output: str) -> None:
    with psycopg.connect(database_url) as session:
        session.execute(
            """
            INSERT INTO workbench_steps (name, fingerprint, output) VALUES (%s, %s, %s)
            ON CONFLICT (name) DO UPDATE SET
                fingerprint = EXCLUDED.fingerprint, output = EXCLUDED.output
            """,
            [step.name, fingerprint, output],
        )


def output(database_url: str, name: str) -> str:
    """What the step's command said when it was last taken."""
    with psycopg.connect(database_url) as session:
        found = session.execute("SELECT output FROM workbench_steps WHERE name = %s", [name])
        return "".join(row[0] for row in found)


def _fingerprints(steps: Sequence[Step]) -> list[tuple[Step, str]]:
    """A step leans on those before it: what makes one stale makes all the next ones stale."""
    so_far, found = hashlib.sha256(), []
    for step in steps:
        so_far.update(" ".join(step.command).encode())
        if step.daily:
            so_far.update(date.today().isoformat().encode())  # noqa: DTZ011 (the reader's own day)
        if step.by_language:
            so_far.update(step.label().encode())
        for path in _files(step.depends_on):
            so_far.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
        found.append((step, so_far.hexdigest()))
    return found


def _files(patterns: Sequence[str]) -> list[Path]:
    found = {path for pattern in patterns for path in ROOT.glob(pattern)}
    # Byte code is not a reason to start again, and comes and goes while others run.
    return sorted(p for p in found if "__pycache__" not in p.parts and p.is_file())
