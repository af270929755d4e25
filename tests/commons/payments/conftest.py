import pytest

from commons.payments import handlers
from commons.payments.actions import prepare_payment
from commons.payments.models import Payment


class RecordingHandler(handlers.Handler):
    """A trade of the test: it notes what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def paid(self, payment: Payment) -> None:
        self.told.append(("paid", payment.pk))

    def cancelled(self, payment: Payment) -> None:
        self.told.append(("cancelled", payment.pk))

    def captured(self, payment: Payment) -> None:
        self.told.append(("captured", payment.pk))


@pytest.fixture
def trade(monkeypatch):
    handler = RecordingHandler()
    monkeypatch.setitem(handlers._handlers, "test.thing", handler)
    return handler


@pytest.fixture
def payment(db, trade):
    return prepare_payment(
        kind="test.thing",
        subject_id=1,
        amount_cents=1250,
        payer_email="amina@exemple.fr",
        description="PANIER-12",
    )
