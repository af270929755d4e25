"""Payments know no trade: each trade says here what a payment of its kind completes."""

from abc import ABC, abstractmethod

from commons.payments.models import Payment


class Handler(ABC):
    """What a trade does about its payments, under the payment's lock and in its transaction."""

    @abstractmethod
    def paid(self, payment: Payment) -> None:
        """The money is there, or set aside. If the promise can't be kept any more, give it back here."""

    @abstractmethod
    def cancelled(self, payment: Payment) -> None:
        """The attempt is over without money; so is a sum set aside that was let go, or has lapsed."""

    def captured(self, payment: Payment) -> None:
        """What was set aside is taken, the rest let go: for who has more to settle then."""
        return


_handlers: dict[str, Handler] = {}


def register(kind: str, handler: Handler) -> None:
    """Called by a trade's ``AppConfig.ready()``."""
    if type(_handlers.setdefault(kind, handler)) is not type(handler):
        raise ValueError(f"two handlers for the kind {kind}")


def handler_of(payment: Payment) -> Handler:
    """The handler of a payment's kind. Raises KeyError for a kind nobody registered."""
    return _handlers[payment.kind]
