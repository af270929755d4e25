"""Words that a producer gives in French, and sometimes in English."""

from django.utils import translation


def in_the_readers_language(french: str, english: str) -> str:
    """The English words for an English reader when there are some, else the French ones."""
    return english if english and translation.get_language() == "en" else french
