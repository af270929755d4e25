"""What is done to a session: each verb asks, says what follows, calls its action, and comes back."""

from workshops.desk.verbs.asking import VerbView
from workshops.desk.verbs.dates import DuplicateView, TwinView
from workshops.desk.verbs.people import BookForView, TurnView
from workshops.desk.verbs.promises import CancelView, CapacityView, MoveView

__all__ = [
    "BookForView",
    "CancelView",
    "CapacityView",
    "DuplicateView",
    "MoveView",
    "TurnView",
    "TwinView",
    "VerbView",
]
