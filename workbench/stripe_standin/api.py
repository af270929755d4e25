"""Serves /v1: who asks, what is asked, has it been asked before, then the verb."""

import logging
import time
from itertools import chain

from . import (
    accounts,
    balance,
    charges,
    customers,
    events,
    forms,
    intents,
    payment_methods,
    payments,
    refunds,
    setup_intents,
    transfers,
)
from .calls import API_VERSION, Call, Route
from .errors import StripeError, invalid
from .exchange import Reply, Request, as_json
from .idempotency import fingerprint
from .mischief import Plan
from .standin import Standin
from .vault import new_id
from .view import render, render_error

logger = logging.getLogger(__name__)

RESOURCES = (
    accounts,
    balance,
    charges,
    customers,
    events,
    intents,
    payment_methods,
    payments,
    refunds,
    setup_intents,
    transfers,
)
ROUTES: list[Route] = list(chain.from_iterable(resource.ROUTES for resource in RESOURCES))


def answer(standin: Standin, request: Request) -> Reply:
    """The answer to one API request, with the headers every answer of Stripe bears."""
    request_id = new_id("req_", 14)
    try:
        reply = _answer(standin, request, request_id)
    except StripeError as error:
        reply = as_json(error.status, error.body())
    headers = {
        "Request-Id": request_id,
        "Stripe-Version": request.headers.get("Stripe-Version", API_VERSION),
    }
    if "Idempotency-Key" in request.headers:
        headers["Idempotency-Key"] = request.headers["Idempotency-Key"]
    reply.headers = headers | reply.headers
    return reply


def _answer(standin: Standin, request: Request, request_id: str) -> Reply:
    by_browser = _check_key(standin, request)
    route, ids = _find_route(request)
    if by_browser and not route.for_browsers:
        message = (
            "This API call cannot be made with a publishable API key. Please use a secret API key."
        )
        raise StripeError(401, message, code="secret_key_required")
    params = route.accepts.read(forms.parse("&".join(filter(None, (request.query, request.body)))))
    key = request.headers.get("Idempotency-Key") if request.method == "POST" else None
    call = Call(standin.vault, standin.options.public_url, params, ids, by_browser, request_id, key)
    plan = standin.mischief.take_for_call(request.method, request.path)
    if plan and plan.kind in ("timeout", "unavailable"):
        return _never_began(plan)
    return _once(standin, request, route, call, plan)


def _once(standin: Standin, request: Request, route: Route, call: Call, plan: Plan | None) -> Reply:
    """Run the verb, or repeat the answer kept for the same idempotency key."""
    key = call.idempotency_key
    mark = fingerprint(request.path, request.body)
    kept = standin.keys.begin(key, mark) if key else None
    if kept:
        replayed = {"Idempotent-Replayed": "true", "Original-Request": kept["request_id"]}
        return as_json(kept["status"], kept["body"], **replayed)
    if plan and plan.kind == "slow":
        time.sleep(plan.seconds)
    status, body = _run(standin, route, call, plan)
    if key:
        answer = {
            "fingerprint": mark,
            "status": status,
            "body": body,
            "request_id": call.request_id,
        }
        standin.keys.finish(key, answer)
    reply = as_json(status, body)
    reply.lost = bool(plan and plan.kind == "lost")
    return reply


def _run(
    standin: Standin, route: Route, call: Call, plan: Plan | None
) -> tuple[int, dict[str, object]]:
    if plan and plan.kind == "error":
        return 500, _trouble("An unknown error occurred.").body()
    try:
        return 200, standin.perform(call, lambda call: render(call, route.verb(call)))
    except StripeError as error:
        return error.status, render_error(call, error)
    except Exception:
        logger.exception("%s failed", route.path)
        return 500, _trouble("The stand-in is at fault: its log says where.").body()


def _never_began(plan: Plan) -> Reply:
    """Trouble before the request reached Stripe's books: nothing happened, nothing is kept."""
    if plan.kind == "timeout":
        time.sleep(plan.seconds)
        return Reply(lost=True)
    return as_json(503, _trouble("Stripe is temporarily unavailable.").body())


def _trouble(message: str) -> StripeError:
    return StripeError(500, message, type="api_error")


def _check_key(standin: Standin, request: Request) -> bool:
    """Whether the key is the publishable one. Refuses any key but our two."""
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not key:
        message = (
            "You did not provide an API key. You need to provide your API key in the Authorization "
            "header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
        )
        raise StripeError(401, message)
    if key not in (standin.options.secret_key, standin.options.publishable_key):
        raise StripeError(401, f"Invalid API Key provided: {key[:8]}{'*' * 8}{key[-4:]}")
    if "Stripe-Account" in request.headers:
        raise invalid(
            "This stand-in serves no request on behalf of a connected account (Stripe-Account)."
        )
    return key == standin.options.publishable_key


def _find_route(request: Request) -> tuple[Route, tuple[str, ...]]:
    for route in ROUTES:
        ids = route.ids(request.path) if route.method == request.method else None
        if ids is not None:
            return route, ids
    message = (
        f"Unrecognized request URL ({request.method}: {request.path}). Please see "
        "https://stripe.com/docs or we can help at https://support.stripe.com/."
    )
    raise StripeError(404, message)
