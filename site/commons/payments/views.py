"""The provider's door."""

import logging

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from commons.payments import provider
from commons.payments.actions import receive_event

logger = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def provider_event(request: HttpRequest) -> HttpResponse:
    """400 for a forged event; 503 when the provider can't be re-read, and it then sends the event again."""
    try:
        event = provider.verified_event(
            body=request.body, signature=request.headers.get("Stripe-Signature", "")
        )
    except provider.BadSignatureError:
        logger.warning("an event with a bad signature was refused")
        return HttpResponse(status=400)
    try:
        receive_event(event)
    except provider.ProviderUnreachableError:
        return HttpResponse(status=503)
    return HttpResponse(status=200)
