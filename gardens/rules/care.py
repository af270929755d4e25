"""The kind path of a plot that seems left alone: one step after the other, each with time to answer."""

from collections.abc import Mapping
from datetime import date, timedelta

VISITED, HELP, NOTICE, COMMITTEE = "visited", "help", "notice", "committee"
RELEASED, CLOSED = "released", "closed"

# The one step that follows each; whatever the step, all may turn out well ("closed").
NEXT: Mapping[str, str] = {
    VISITED: HELP,
    HELP: NOTICE,
    NOTICE: COMMITTEE,
    COMMITTEE: RELEASED,
}
# How long a household has before the step that follows each.
AFTER: Mapping[str, timedelta] = {
    VISITED: timedelta(days=7),
    HELP: timedelta(days=14),
    NOTICE: timedelta(days=21),
    COMMITTEE: timedelta(days=7),
}
# From the decision to the last day: time to harvest, and to fetch one's tools.
TO_HARVEST = timedelta(days=14)


def next_from(state: str, *, on: date) -> date:
    """The first day of the step that follows the one taken on a day."""
    return on + AFTER[state]


def may_take(step: str, *, state: str, next_from: date, on: date, is_answered: bool) -> bool:
    """Whether a step may be taken: the next one only, on its day or after, with no answer left unread.

    That all is well may be said at any time.
    """
    if state not in NEXT:
        return False
    if step == CLOSED:
        return True
    return NEXT[state] == step and on >= next_from and not is_answered
