import pytest

from tests.faults.engines_to_break import Queue, environment
from tests.faults.mail_server import MailServer


@pytest.fixture
def mail_server():
    server = MailServer()
    yield server
    server.stop()


@pytest.fixture
def queue():
    running = Queue()
    yield running
    running.kill()


@pytest.fixture
def env(transactional_db, mail_server, queue):
    return environment(mail=mail_server, queue=queue)
