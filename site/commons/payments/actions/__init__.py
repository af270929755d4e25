"""The verbs of card payments. Rows first, then the provider, then the row again: a crash between is swept up."""

from commons.payments.actions.attempts import abandon_payment, open_payment, prepare_payment
from commons.payments.actions.captures import ask_capture, dispatch_capture
from commons.payments.actions.forgetting import forget_payers
from commons.payments.actions.refunds import ask_refund, dispatch_refund, give_back
from commons.payments.actions.settling import (
    AmountMismatchError,
    receive_event,
    settle_intent,
    settle_refund,
)
from commons.payments.actions.transfers import (
    dispatch_transfer,
    drop_transfers,
    set_house_transfers,
    set_transfers,
)

__all__ = [
    "AmountMismatchError",
    "abandon_payment",
    "ask_capture",
    "ask_refund",
    "dispatch_capture",
    "dispatch_refund",
    "dispatch_transfer",
    "drop_transfers",
    "forget_payers",
    "give_back",
    "open_payment",
    "prepare_payment",
    "receive_event",
    "set_house_transfers",
    "set_transfers",
    "settle_intent",
    "settle_refund",
]
