"""The one form of the market's pages: have this much of that in my basket."""

from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest
from django.utils import timezone

from market import actions
from market.basket import remember_visitor
from market.forms import LineForm
from market.models import Offer
from market.refusals import OrderRefusedError
from market.views.refused import say_refusal

Troubles = dict[int, str]


def take_line(request: HttpRequest) -> Troubles:
    """Do what the posted form wishes; return what went wrong, by offer."""
    form = LineForm(request.POST)
    if not form.is_valid():
        raise Http404
    offer_id: int = form.cleaned_data["offer"]
    quantity: Decimal = form.cleaned_data["quantity"]
    try:
        actions.set_basket_line(
            visitor=remember_visitor(request),
            offer_id=offer_id,
            quantity=quantity,
            now=timezone.now(),
        )
    except Offer.DoesNotExist as missing:
        raise Http404 from missing
    except OrderRefusedError as refusal:
        return {offer_id: " ".join(say_refusal(refusal))}
    return {}


def posted_day(request: HttpRequest) -> date | None:
    """The day of the basket that a form was shown for; None when it names none."""
    try:
        return date.fromisoformat(request.POST.get("jour", ""))
    except ValueError:
        return None


def status_of(request: HttpRequest, troubles: Troubles) -> int:
    """422 for a refused wish; 200 to htmx, which shows nothing of an answer that is an error."""
    return 422 if troubles and "HX-Request" not in request.headers else 200
