"""What gardens write to people: written down by the verbs, composed when the mail leaves."""

from gardens.letters.kinds import REQUEST_RECEIVED
from gardens.letters.of_surplus import write_surplus
from gardens.letters.writing import write_received

__all__ = ["REQUEST_RECEIVED", "write_received", "write_surplus"]
