"""Changing an order until the window closes."""

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commons.payments.provider import ProviderUnreachableError
from market import actions, transitions
from market.forms import ChangeForm
from market.models import Order
from market.refusals import OrderRefusedError
from market.views.orders import crumbs_of, order_or_404
from market.views.refused import say_refusal

logger = logging.getLogger(__name__)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Other quantities for the lines of an order; the page says what it does to the money."""
    order = order_or_404(token)
    if not transitions.may_still_change(order, at=timezone.now()):
        return HttpResponseRedirect(order.get_absolute_url(), status=303)
    form = ChangeForm(request.POST or None, order=order)
    if request.method == "POST" and form.is_valid() and _change(order, form):
        return HttpResponseRedirect(order.get_absolute_url(), status=303)
    context = {
        "order": order,
        "market_day": order.market_day,
        "form": form,
        "crumbs": crumbs_of(order),
    }
    return render(request, "market/change.html", context, status=422 if form.errors else 200)


def _change(order: Order, form: ChangeForm) -> bool:
    """Do it, or put on the form why not."""
    try:
        actions.change_order(order_id=order.pk, quantities=form.quantities, now=timezone.now())
    except OrderRefusedError as refusal:
        for sentence in say_refusal(refusal):
            form.add_error(None, sentence)
    except ProviderUnreachableError:
        logger.warning("order %s: the provider is away, nothing was changed", order.pk)
        form.add_error(
            None,
            _("Le prestataire de paiement ne répond pas. Rien n’a changé : réessayez bientôt."),
        )
    return not form.errors
