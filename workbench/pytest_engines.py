"""pytest plugin (`-p workbench.pytest_engines`): throw-away engines for a test run.

It must be named on the command line or in addopts: pytest-django reads the settings, hence the
addresses, before any conftest. Workers of pytest-xdist inherit the addresses of their controller,
and each takes a Valkey database of its own: what one caches is about its own rows.
"""

import os
from collections.abc import Generator
from contextlib import ExitStack

import pytest

from workbench.engines import throwaway_engines


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    os.environ["MODE"] = "test"
    running = ExitStack()
    early_config.add_cleanup(running.close)
    os.environ.update(running.enter_context(throwaway_engines()).environment())
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker:
        server, _, _first = os.environ["REDIS_URL"].rpartition("/")
        os.environ["REDIS_URL"] = f"{server}/{int(worker.removeprefix('gw')) + 1}"
    yield
