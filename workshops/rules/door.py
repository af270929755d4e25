"""When attendance may be taken."""

from datetime import datetime, timedelta

OPENS_BEFORE = timedelta(hours=1)
CLOSES_AFTER = timedelta(hours=24)  # a facilitator may correct the list in the evening


def opens_at(*, starts_at: datetime) -> datetime:
    return starts_at - OPENS_BEFORE


def is_open(*, starts_at: datetime, ends_at: datetime, at: datetime) -> bool:
    return opens_at(starts_at=starts_at) <= at <= ends_at + CLOSES_AFTER
