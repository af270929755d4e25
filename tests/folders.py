"""Folders for engines that tests start."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_of_our_own(prefix: str) -> Iterator[Path]:
    """A folder that every account may pass through, gone at the end.

    Not one of pytest's: PostgreSQL runs as another account when we are root, and each new run of pytest shuts
    the folder of all its runs to others, under the engines of a run that is still at work.
    """
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder
