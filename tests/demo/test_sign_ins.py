from io import StringIO

import pytest

from demo.collective.people import ROLES
from demo.management.commands.demo_sign_ins import Command


def say(monkeypatch, language: str) -> list[str]:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", language)
    said = StringIO()
    Command(stdout=said).handle()
    return said.getvalue().splitlines()


@pytest.mark.parametrize(
    ("language", "word"),
    [("fr_FR.UTF-8", "Trésorerie"), ("C", "Trésorerie"), ("en_GB", "Treasurer")],
)
def test_the_table_speaks_the_readers_language(monkeypatch, language, word):
    title, *rows = say(monkeypatch, language)
    assert "demo" in title
    assert len(rows) == len(ROLES)
    assert word in "\n".join(rows)


def test_addresses_stand_in_one_column(monkeypatch):
    _title, *rows = say(monkeypatch, "fr_FR.UTF-8")
    places = {row.index(role.email) for row, role in zip(rows, ROLES, strict=True)}
    assert len(places) == 1
