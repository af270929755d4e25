"""What the next start skips, and what the demo's processes are given."""

import os

import psycopg
import pytest

from workbench import steps
from workbench.engines import Addresses, throwaway_engines
from workbench.services import Place, environment, services
from workbench.steps import Step
from workbench.troubles import Trouble


@pytest.fixture(scope="module")
def database_url():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.setenv("REDIS_URL", "redis://not-needed")
        with throwaway_engines() as addresses:
            yield addresses.database_url


@pytest.fixture
def tree(tmp_path, monkeypatch, database_url):
    """A small checkout, and a database on which nothing was done."""
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    for name in ("schema.py", "demo.csv"):
        (tmp_path / name).write_text("first version")
    with psycopg.connect(database_url) as session:
        session.execute("DROP TABLE IF EXISTS workbench_steps")
    return tmp_path


SCHEMA = Step("Base", "Database", ("migrate", "--no-input"), ("schema.py",))
DEMO = Step("Démo", "Demo", ("load_demo",), ("demo.csv",))


def pending(database_url: str) -> list[str]:
    return [step.name for step, _ in steps.pending(database_url, (SCHEMA, DEMO))]


def take_all(database_url: str) -> None:
    for step, fingerprint in steps.pending(database_url, (SCHEMA, DEMO)):
        steps.note(database_url, step, fingerprint, f"{step.name} said so")


def test_a_step_taken_is_not_taken_again(tree, database_url):
    assert pending(database_url) == ["migrate", "load_demo"]
    take_all(database_url)
    assert pending(database_url) == []
    assert steps.output(database_url, "load_demo") == "load_demo said so"


def test_what_changes_is_taken_again_with_all_that_follows(tree, database_url):
    take_all(database_url)
    (tree / "demo.csv").write_text("second version")
    assert pending(database_url) == ["load_demo"]
    (tree / "schema.py").write_text("second version")
    assert pending(database_url) == ["migrate", "load_demo"]
    take_all(database_url)
    assert pending(database_url) == []


def test_a_database_that_is_away_names_its_setting():
    with pytest.raises(Trouble, match="DATABASE_URL"):
        steps.pending("postgresql://halle@127.0.0.1:1/halle")


def test_the_demo_never_sees_the_readers_own_keys(monkeypatch, tmp_path):
    monkeypatch.setenv("STRIPE_SECRET_KEY", "sk_live_the_readers_own")
    monkeypatch.setenv("STRIPE_API_BASE", "https://api.stripe.com")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    place = Place(folder=tmp_path, host="127.0.0.1", port=8001, standin_port=12112)
    given = environment(place, Addresses("postgresql://here", "redis://here"))
    assert given["MODE"] == "demo"
    assert given["STRIPE_SECRET_KEY"] == "sk_test_demo"
    assert given["STRIPE_API_BASE"] == "http://127.0.0.1:12112"
    assert given["SITE_URL"] == "http://127.0.0.1:8001"
    assert given["DATABASE_URL"] == "postgresql://here"
    assert "PYTHONDONTWRITEBYTECODE" not in given
    assert given["PATH"] == os.environ["PATH"]


def test_the_doors_open_last_and_close_first(tmp_path):
    place = Place(folder=tmp_path, host="127.0.0.1", port=8001, standin_port=12112)
    assert [each.name for each in services(place)] == ["stripe-standin", "worker", "beat", "web"]


def test_byte_code_is_no_reason_to_start_again(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    (tmp_path / "site" / "__pycache__").mkdir(parents=True)
    (tmp_path / "site" / "a.py").touch()
    (tmp_path / "site" / "__pycache__" / "a.cpython-311.pyc.140432").touch()

    assert steps._files(["site/**/*"]) == [tmp_path / "site" / "a.py"]
