"""What the reader of the terminal sees: one line for each step, with its seconds."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.troubles import Trouble, english


@contextmanager
def step(name: str) -> Iterator[None]:
    """Show that a step runs, then how long it took, or that it failed."""
    began = time.monotonic()
    if sys.stdout.isatty():
        print(f"  … {name}", end="", flush=True)
    try:
        yield
    except BaseException:
        _close_line("✗", name, began)
        raise
    _close_line("✓", name, began)


def tell(line: str = "") -> None:
    print(line, flush=True)


def complain(trouble: Trouble) -> None:
    """The one sentence, after the end of the log that explains it."""
    if trouble.details:
        print(
            "\n" + "\n".join(f"    {line}" for line in trouble.details.splitlines()),
            file=sys.stderr,
        )
    print(f"\n{trouble}", file=sys.stderr, flush=True)


def _close_line(mark: str, name: str, began: float) -> None:
    seconds = f"{time.monotonic() - began:.1f}"
    if not english():
        seconds = seconds.replace(".", ",")
    start = "\r" if sys.stdout.isatty() else ""
    print(f"{start}  {mark} {name:<44} {seconds:>6} s", flush=True)
