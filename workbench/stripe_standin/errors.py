"""Errors in the shape the Stripe API gives them."""

from typing import Any

DOCS = "https://stripe.com/docs/error-codes/"


class StripeError(Exception):
    """A refusal: `status` is the HTTP status, `fields` what the `error` object holds."""

    def __init__(
        self, status: int, message: str, *, type: str = "invalid_request_error", **fields: Any
    ):
        super().__init__(message)
        self.status = status
        self.fields = {"type": type, "message": message} | {
            k: v for k, v in fields.items() if v is not None
        }
        if "code" in self.fields:
            self.fields["doc_url"] = DOCS + self.fields["code"].replace("_", "-")

    def body(self) -> dict[str, Any]:
        """The JSON body of the answer."""
        return {"error": self.fields}


def invalid(
    message: str, *, code: str | None = None, param: str | None = None, **fields: Any
) -> StripeError:
    """A 400: the request itself is wrong."""
    return StripeError(400, message, code=code, param=param, **fields)


def missing(param: str) -> StripeError:
    """A required parameter was not sent."""
    return invalid(f"Missing required param: {param}.", code="parameter_missing", param=param)


def no_such(kind: str, id: str, *, param: str, status: int = 404) -> StripeError:
    """Nothing bears this id. 404 when the id is in the address, 400 when it came as a parameter."""
    return StripeError(status, f"No such {kind}: '{id}'", code="resource_missing", param=param)


def card_error(**fields: Any) -> StripeError:
    """A 402: the card's bank said no."""
    return StripeError(402, fields.pop("message"), **{**fields, "type": "card_error"})
