"""One stand-in and one shop for the whole run; both start each test empty."""

from collections.abc import Iterator

import pytest
from stripe import StripeClient

from tests.workbench.standin_process import Shop, StandinProcess


@pytest.fixture(scope="session")
def running_shop() -> Iterator[Shop]:
    shop = Shop()
    yield shop
    shop.shutdown()
    shop.server_close()


@pytest.fixture(scope="session")
def running_standin(running_shop: Shop) -> Iterator[StandinProcess]:
    standin = StandinProcess(webhook_url=running_shop.url)
    yield standin
    standin.stop()


@pytest.fixture
def standin(running_standin: StandinProcess) -> StandinProcess:
    running_standin.reset()
    return running_standin


@pytest.fixture
def shop(standin: StandinProcess, running_shop: Shop) -> Shop:
    running_shop.empty()
    return running_shop


@pytest.fixture
def client(standin: StandinProcess) -> StripeClient:
    return standin.client()
