"""The page where a card is asked for, whatever is being paid. No card reaches us: the form is the provider's."""

import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from commons.payments.actions import open_payment
from commons.payments.declined import say_decline
from commons.payments.provider import Intent, ProviderUnreachableError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class CardPages:
    """The templates of a trade: the card form, the wait for the bank's word, the provider that is away.

    The first includes ``payments/card.html``, and loads the scripts of ``payments/scripts.html``.
    """

    form: str
    waiting: str
    away: str


def ask_card(
    request: HttpRequest,
    pages: CardPages,
    *,
    payment_id: int | None,
    back: str,
    context: dict[str, Any],
) -> HttpResponseBase:
    """The card form; or, once the bank has taken over, the page that waits for its word.

    ``back`` is the path the bank sends people back to: it looks at our row, and completes nothing.
    """
    if payment_id is None:
        return render(request, pages.waiting, context)
    try:
        intent = open_payment(payment_id=payment_id)
    except ProviderUnreachableError:
        logger.exception("payment %s: the provider is away", payment_id)
        return render(request, pages.away, context, status=503)
    if not _wants_a_card(intent):
        return render(request, pages.waiting, context)
    shown = {
        "intent": intent,
        "decline": say_decline(intent.error),
        "return_url": settings.SITE_URL + back,
        "stripe_js_url": settings.STRIPE_JS_URL,
        "publishable_key": settings.STRIPE_PUBLISHABLE_KEY,
    }
    return _with_provider_allowed(request, render(request, pages.form, context | shown))


def _wants_a_card(intent: Intent) -> bool:
    return intent.status in ("requires_payment_method", "requires_confirmation", "requires_action")


def _with_provider_allowed(request: HttpRequest, page: HttpResponse) -> HttpResponseBase:
    """The one page where another's script runs: the provider's form."""
    script, api = _origin(settings.STRIPE_JS_URL), _origin(settings.STRIPE_API_BASE)
    allow = csp_update(
        {
            "script-src": [script],
            "connect-src": [SELF, api, script],
            "frame-src": [SELF, script, "https://hooks.stripe.com"],
        }
    )
    return allow(lambda _request: page)(request)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
