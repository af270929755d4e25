"""Payments know no trade: each trade says here what a payment of its kind completes."""

from typing import Protocol

from commons.payments.models import Payment


class Handler(Protocol):
    """What a trade does about its payments, under the payment's lock and in its transaction."""

    def paid(self, payment: Payment) -> None:
        """The money is there. If the promise can't be kept any more, ask for a refund here."""

    def cancelled(self, payment: Payment) -> None:
        """The attempt is over without money."""


_handlers: dict[str, Handler] = {}


def register(kind: str, handler: Handler) -> None:
    """Called by a trade's ``AppConfig.ready()``."""
    if type(_handlers.setdefault(kind, handler)) is not type(handler):
        raise ValueError(f"two handlers for the kind {kind}")


def handler_of(payment: Payment) -> Handler:
    """The handler of a payment's kind. Raises KeyError for a kind nobody registered."""
    return _handlers[payment.kind]
