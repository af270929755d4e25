"""What search engines may read, as each trade lists it in its own room of that name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A page by its path in each language it exists in, and when it last changed, when that is known."""

    paths: dict[str, str]
    changed_on: date | None = None


Source = Callable[[], Iterator[Listed]]
