"""The yearly question to those who wait: when it is asked, how long they have, how they come back."""

from datetime import datetime, timedelta

ASKED_EVERY = timedelta(days=365)
ANSWER_WITHIN = timedelta(days=45)
REMINDED_AFTER = timedelta(days=30)
COMES_BACK_WITHIN = timedelta(days=60)


def asked_again_before(now: datetime) -> datetime:
    """Who last said so before that instant is asked again."""
    return now - ASKED_EVERY


def may_come_back(closed_at: datetime | None, *, at: datetime) -> bool:
    """Whether a request that lapsed can take its place again, with its date."""
    return closed_at is not None and at - closed_at <= COMES_BACK_WITHIN
