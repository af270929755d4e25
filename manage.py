#!/usr/bin/env python3
"""Django's command line, with the source roots on the path and engines for whoever has none."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

    from django.core.management import execute_from_command_line

    with ExitStack() as running:
        if os.environ.get("MODE", "production") != "production":
            lend_engines(running)
        execute_from_command_line(sys.argv)


def lend_engines(running: ExitStack) -> None:
    """Join this folder's engines, or run them for the time of the command, where no address is given."""
    from workbench.engines import engines, local_dir

    addresses = running.enter_context(engines(local_dir()))
    os.environ.update(addresses.environment())


if __name__ == "__main__":
    main()
