"""When answers may be shown, and how long personal data are kept."""

from datetime import timedelta

SHOWN_ABOVE = 5  # answers: with fewer, one could guess whose they are

KEEP_NAMES_FOR = timedelta(days=365)
KEEP_NEEDS_FOR = timedelta(days=2)  # access needs and answers serve the day itself


def may_be_shown(answers: int) -> bool:
    return answers > SHOWN_ABOVE
