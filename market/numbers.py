"""What people say aloud: order numbers across a stall, « poire 482 », and the words of the fund."""

import secrets

# Short, without accents, and hard to take for one another when said.
WORDS = tuple(
    """
    ABRICOT AIL ANETH BASILIC BLETTE CAROTTE CASSIS CERFEUIL CERISE CHOU CITRON COING COURGE
    CRESSON ENDIVE EPINARD FENOUIL FEVE FIGUE FRAISE HARICOT KIWI LAITUE LENTILLE MACHE
    MELON MENTHE MURE NAVET OIGNON OSEILLE PANAIS PATATE PECHE PERSIL POIRE POIREAU POIVRON
    POMME POTIRON PRUNE RADIS RAISIN ROMARIN SAUGE SALSIFIS THYM TOMATE
    """.split()  # noqa: SIM905 - one word to a line would fill a page
)


def draw_number(*, digits: int = 3) -> str:
    """A number at random, which may be taken already. No digit that reads like a letter."""
    return f"{secrets.choice(WORDS)}-" + "".join(secrets.choice("23456789") for _ in range(digits))


def draw_word() -> str:
    """For the solidarity fund, as it is stored: « figue-romarin-482 », hard to come upon by chance."""
    first, second = (secrets.choice(WORDS).lower() for _ in range(2))
    return f"{first}-{second}-" + "".join(secrets.choice("23456789") for _ in range(3))
