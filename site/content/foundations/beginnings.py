"""Rows that a new site begins with: reasons to write, and drafts of the legal texts.

The drafts state what the platform does by itself, and leave between square brackets what only the
collective knows: they cannot be given a date, hence cannot be public, before those are filled in.
"""

from pathlib import Path

from content.models import ContactReason, LegalPage, LegalVersion

TEXTS = Path(__file__).parent / "texts"

REASONS = (
    ("Une commande, un étal", "An order, a stall"),
    ("Un atelier", "A workshop"),
    ("Un jardin, une parcelle", "A garden, a plot"),
    ("Donner un coup de main, adhérer", "Lending a hand, joining"),
    ("Autre chose", "Something else"),
)


def lay() -> None:
    """Each beginning where there is none yet: what volunteers changed since is theirs."""
    if not ContactReason.objects.exists():
        ContactReason.objects.bulk_create(
            ContactReason(name_fr=french, name_en=english, position=rank)
            for rank, (french, english) in enumerate(REASONS)
        )
    pages = LegalPage.objects.filter(versions=None).select_related("locale")
    LegalVersion.objects.bulk_create(
        LegalVersion(page=page, text=draft_of(page.kind, language=page.locale.language_code))
        for page in pages
    )


def draft_of(kind: str, *, language: str) -> str:
    """The starter text of a legal page, with its gaps."""
    return (TEXTS / f"{kind}.{language}.html").read_text(encoding="utf-8").strip()
