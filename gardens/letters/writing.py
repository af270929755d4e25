"""Writing letters down, in the caller's transaction. The key of each makes it leave once."""

from datetime import date

from commons.notices.actions import write_message
from gardens.letters.kinds import REQUEST_RECEIVED
from gardens.models import PlotRequest


def write_received(asked: PlotRequest, *, on: date) -> None:
    """Write the acknowledgement down. Asking again gets it again, on another day only."""
    write_message(
        key=f"plot-request:{asked.pk}:received:{on:%Y-%m-%d}",
        kind=REQUEST_RECEIVED,
        subject_id=asked.pk,
        to=asked.email,
        language=asked.language,
    )
