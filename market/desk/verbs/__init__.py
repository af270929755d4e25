"""What is done to a market day: each verb asks, says what follows, calls its action, and comes back."""

from market.desk.verbs.asking import DayVerb
from market.desk.verbs.copying import CopyView
from market.desk.verbs.messages import MessageView
from market.desk.verbs.steps import (
    AnnounceView,
    AnswerView,
    CallOffView,
    CloseView,
    FinishView,
    PrepareView,
    ReopenView,
)

__all__ = [
    "AnnounceView",
    "AnswerView",
    "CallOffView",
    "CloseView",
    "CopyView",
    "DayVerb",
    "FinishView",
    "MessageView",
    "PrepareView",
    "ReopenView",
]
