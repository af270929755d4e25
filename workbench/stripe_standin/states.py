"""The statuses of intents, and who may speak about one."""

from .calls import Call, public
from .errors import StripeError, invalid, missing
from .vault import Resource

MAY_CHANGE = ("requires_payment_method", "requires_confirmation", "requires_action")
MAY_BE_CANCELED = (*MAY_CHANGE, "requires_capture")
MAY_BE_CAPTURED = ("requires_capture",)

NAMES = {"payment_intent": "PaymentIntent", "setup_intent": "SetupIntent"}


def unexpected_state(intent: Resource, message: str) -> StripeError:
    """The intent's status forbids it; the error carries the intent, as Stripe's does."""
    kind = intent["object"]
    refusal = invalid(message, code=f"{kind}_unexpected_state")
    refusal.fields[kind] = public(intent)
    return refusal


def refuse_unless(intent: Resource, statuses: tuple[str, ...], done: str) -> None:
    """Refuse to have this intent `done` ("captured") outside these statuses."""
    if intent["status"] in statuses:
        return
    name = NAMES[intent["object"]]
    raise unexpected_state(
        intent,
        f"This {name} could not be {done} because it has a status of {intent['status']}. "
        f"Only a {name} with one of the following statuses may be {done}: {', '.join(statuses)}.",
    )


def refuse_confirmed(intent: Resource) -> None:
    """Refuse to confirm what is already paid, held, set up or canceled."""
    if intent["status"] in MAY_CHANGE:
        return
    name = NAMES[intent["object"]]
    reasons = {
        "succeeded": "it has already succeeded after being previously confirmed",
        "requires_capture": "it has already succeeded after being previously confirmed",
    }
    reason = reasons.get(intent["status"], f"it has a status of {intent['status']}")
    raise unexpected_state(intent, f"You cannot confirm this {name} because {reason}.")


def check_client_secret(call: Call, intent: Resource) -> None:
    """A browser shows the client secret; a server need not, but must not show a wrong one."""
    sent = call.sent("client_secret")
    if sent is None and call.by_browser:
        raise missing("client_secret")
    if sent is not None and sent != intent["client_secret"]:
        name = NAMES[intent["object"]]
        message = f"The client_secret provided does not match the client_secret associated with the {name}."
        raise invalid(message, code=f"{intent['object']}_invalid_parameter", param="client_secret")
