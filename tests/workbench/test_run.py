"""What `make run`, `make reset` and their kin say to the person at the terminal."""

import io
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from workbench import browser, locks, preflight, reset, run, translations
from workbench.engines import ROOT
from workbench.ports import LOOPBACK
from workbench.troubles import SENTENCES, Trouble


@pytest.fixture(autouse=True)
def in_french(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "MAKELEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")


@pytest.fixture
def taken_port():
    with socket.create_server((LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


def held(path: Path) -> IO[str]:
    lock = locks.take(path)
    assert lock
    return lock


def test_a_taken_port_names_the_setting_and_a_free_one(monkeypatch, taken_port):
    monkeypatch.setenv("PORT", str(taken_port))
    with pytest.raises(Trouble, match=rf"^Le port {taken_port} est déjà pris. Relancez avec PORT="):
        preflight.free_port("PORT", 8000, LOOPBACK)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    with pytest.raises(
        Trouble, match=rf"^Port {taken_port} is already taken. Run again with PORT="
    ):
        preflight.free_port("PORT", 8000, LOOPBACK)


@pytest.mark.parametrize("value", ["huit mille", "0", "65536", "-1"])
def test_a_port_that_is_none_is_told(monkeypatch, value):
    monkeypatch.setenv("STRIPE_STANDIN_PORT", value)
    with pytest.raises(Trouble, match=f"STRIPE_STANDIN_PORT={value} n’est pas un numéro de port"):
        preflight.free_port("STRIPE_STANDIN_PORT", 12111, LOOPBACK)


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 14, 0)])
def test_a_python_that_does_not_fit_is_told(version):
    with pytest.raises(Trouble, match=r"ne convient pas.*PYTHON="):
        preflight.check_python(version)


def test_a_full_disk_is_told(monkeypatch, tmp_path):
    usage = SimpleNamespace(free=120_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(Trouble, match=r"Il reste 120 Mo .* il en faut 500.*LOCAL_DIR="):
        preflight.check_folder(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match=r"Impossible d’écrire dans .*LOCAL_DIR="):
        preflight.check_folder(tmp_path / "file" / "local")


def test_a_second_run_in_the_same_folder_is_refused(tmp_path):
    with held(tmp_path / "run.lock"), pytest.raises(Trouble, match="tourne déjà"):
        run.run(tmp_path)


def test_a_trouble_is_one_sentence_and_a_failure(monkeypatch, tmp_path, taken_port):
    answer = subprocess.run(
        [sys.executable, "-m", "workbench.run"],
        cwd=ROOT,
        env={**os.environ, "LOCAL_DIR": str(tmp_path), "PORT": str(taken_port)},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.strip().startswith(f"Le port {taken_port} est déjà pris.")
    assert "Traceback" not in answer.stderr


def test_every_sentence_has_both_languages_and_the_same_facts():
    for kind, (french, english) in SENTENCES.items():
        assert french != english, kind
        facts = [
            sorted(part.split("}")[0] for part in text.split("{")[1:]) for text in SENTENCES[kind]
        ]
        assert facts[0] == facts[1], kind


def test_the_first_python_that_fits_is_chosen(tmp_path):
    for name, fits in (("python3", False), ("python3.13", False), ("python3.12", True)):
        fake = tmp_path / name
        fake.write_text(f"#!/bin/sh\necho Python 3.9.2\nexit {0 if fits else 1}\n")
        fake.chmod(0o755)
    chosen = find_python(f"{tmp_path}:/usr/bin:/bin")
    assert (chosen.returncode, chosen.stdout.strip()) == (0, "python3.12")

    named = find_python(f"{tmp_path}:/usr/bin:/bin", PYTHON=str(tmp_path / "python3"))
    assert named.returncode == 1
    assert named.stdout == ""
    assert named.stderr.startswith("Il faut Python 3.11, 3.12 ou 3.13 (trouvé")
    assert "PYTHON=" in named.stderr
    assert named.stderr.count("\n") == 1


def find_python(path: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", ROOT / "workbench" / "find_python.sh"],
        env={"PATH": path, "LANG": "fr_FR.UTF-8", **settings},
        capture_output=True,
        text=True,
    )


def lived_in(folder):
    (folder / "postgres" / "data").mkdir(parents=True)
    (folder / "run.lock").touch()
    (folder / "beat-schedule").touch()
    (folder / "photos-de-famille.zip").touch()
    return folder


@pytest.mark.parametrize("answer", ["oui\n", "YES\n"])
def test_reset_erases_what_is_ours_once_told_yes(monkeypatch, tmp_path, answer):
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    assert reset.reset(lived_in(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["photos-de-famille.zip"]


@pytest.mark.parametrize("answer", ["\n", "non\n", ""])
def test_reset_erases_nothing_otherwise(monkeypatch, tmp_path, answer):
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    assert not reset.reset(lived_in(tmp_path))
    assert (tmp_path / "postgres" / "data").exists()


@pytest.mark.parametrize("lock", ["run.lock", "postgres/lock"])
def test_reset_is_refused_while_something_runs(tmp_path, lock):
    with held(lived_in(tmp_path) / lock), pytest.raises(Trouble, match="se sert encore"):
        reset.reset(tmp_path)
    assert (tmp_path / "postgres" / "data").exists()


def test_reset_of_a_folder_that_is_not_ours_touches_nothing(tmp_path):
    (tmp_path / "media").mkdir()
    assert reset.reset(tmp_path)
    assert (tmp_path / "media").exists()


def test_translations_are_compiled_once(tmp_path):
    catalogue = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "Réserver ma place"\nmsgstr "Reserve my seat"\n')
    assert translations.compile_all(tmp_path) == [catalogue]
    assert b"Reserve my seat" in catalogue.with_suffix(".mo").read_bytes()
    assert translations.compile_all(tmp_path) == []


def test_a_missing_browser_says_what_to_type(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    known = {"dnf": "/usr/bin/dnf"}
    monkeypatch.setattr(shutil, "which", known.get)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Trouble, match="Tapez : sudo dnf install -y chromium, puis make test"):
        browser.find_or_install()


def test_a_missing_browser_is_installed_where_we_may(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    known = {"apk": "/sbin/apk"}
    commands = []

    def install(command, **_):
        commands.append(command)
        known["chromium"] = "/usr/bin/chromium"

    monkeypatch.setattr(shutil, "which", known.get)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", install)
    assert browser.find_or_install() == "/usr/bin/chromium"
    assert commands == [["apk", "add", "chromium"]]


def test_a_browser_named_wrongly_is_told(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(Trouble, match="CHROMIUM="):
        browser.find_or_install()
