"""The `Stripe-Signature` header [docs.stripe.com/webhooks/signature]."""

import hashlib
import hmac


def sign(payload: str, secret: str, moment: int) -> str:
    """The header's value for a payload sent at `moment` (seconds since 1970)."""
    digest = hmac.new(secret.encode(), f"{moment}.{payload}".encode(), hashlib.sha256).hexdigest()
    return f"t={moment},v1={digest}"
