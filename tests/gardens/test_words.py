from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import translation

from gardens.rules.line import PlaceInLine
from gardens.words import say_ordinal, say_rank

MARCH = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
FIRST = datetime(2025, 6, 30, 22, 30, tzinfo=UTC)  # already the 1st of July in the hall


@pytest.mark.parametrize(
    ("rank", "english"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (113, "113th")],
)
def test_ordinals_in_english(rank, english):
    with translation.override("en"):
        assert say_ordinal(rank) == english


@pytest.mark.parametrize(
    ("rank", "first", "words"),
    [
        (
            1,
            None,
            "Vous êtes en tête de la liste : personne ne passe avant vous.",
        ),
        (2, MARCH, "Vous êtes 2e : un foyer a demandé avant vous, le 3 mars."),
        (3, MARCH, "Vous êtes 3e : deux foyers ont demandé avant vous, le premier le 3 mars."),
        (
            14,
            FIRST,
            "Vous êtes 14e : 13 foyers ont demandé avant vous, le premier le 1er juillet 2025.",
        ),
    ],
)
@time_machine.travel(datetime(2026, 11, 22, tzinfo=UTC))
def test_a_rank_is_said_with_its_reason(rank, first, words):
    with translation.override("fr"):
        said = say_rank(PlaceInLine(rank=rank, first_asked_at=first))

    assert said.replace("\u202f", " ") == words
