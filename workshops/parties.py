"""What a household asks for, as the verbs of booking take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from commons.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom we write to. ``made_by`` is the volunteer who acts for them, with their agreement.

    ``answers`` are given by question id. An empty e-mail is for those who have none: a volunteer tells them.
    """

    name: str
    email: str
    language: str = "fr"
    phone: str = ""
    person: Person | None = None
    made_by: Person | None = None
    guardian: str = ""
    access_needs: str = ""
    answers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SeatWish:
    """One seat. Without a name, the first is the booker's; ``chosen_cents`` is a free price or a tier."""

    name: str = ""
    under_18: bool = False
    chosen_cents: int | None = None


def unnamed(seats: int, *, chosen_cents: int | None = None) -> list[SeatWish]:
    """So many seats, nobody named."""
    return [SeatWish(chosen_cents=chosen_cents) for _number in range(seats)]
