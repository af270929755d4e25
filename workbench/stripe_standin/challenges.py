"""3-D Secure: asking for it, for payments and set-ups alike. The page itself is page_3ds.py."""

from .calls import Call
from .errors import invalid
from .vault import Resource

UNABLE = {
    "code": "payment_intent_authentication_failure",
    "message": "We are unable to authenticate your payment method. "
    "Please choose a different payment method and try again.",
    "type": "invalid_request_error",
}
UNABLE_TO_SET_UP = UNABLE | {"code": "setup_intent_authentication_failure"}


def check_return_url(call: Call, intent: Resource) -> None:
    """Methods picked by the dashboard might redirect, so Stripe wants to know where to come back."""
    automatic = intent["automatic_payment_methods"]
    if automatic and automatic["allow_redirects"] == "always" and "return_url" not in call.params:
        raise invalid(
            "This intent is configured to accept payment methods enabled in your Dashboard. Because "
            "some of these payment methods might redirect your customer off of your page, you must "
            "provide a `return_url`. If you don't want to accept redirect-based payment methods, set "
            "`automatic_payment_methods[enabled]` to `true` and "
            "`automatic_payment_methods[allow_redirects]` to `never` when creating the intent.",
            param="return_url",
        )


def ask(call: Call, intent: Resource) -> None:
    """Leave the intent waiting for its customer, with the address of the bank's page.

    With a `return_url` the browser is to be sent there; without, stripe.js opens it.
    """
    back = call.sent("return_url")
    url = f"{call.public_url}/3ds/{intent['id']}?client_secret={intent['client_secret']}"
    intent["_return_url"] = back
    if back:
        action = {"type": "redirect_to_url", "redirect_to_url": {"return_url": back, "url": url}}
    else:
        action = {
            "type": "use_stripe_sdk",
            "use_stripe_sdk": {"type": "three_d_secure_redirect", "stripe_js": url},
        }
    intent |= {"next_action": action, "status": "requires_action"}
    call.emit(f"{intent['object']}.requires_action", intent)
