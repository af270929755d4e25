"""Giving back what keeps: the order leads here, a declaration is read through, then confirmed."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from market import actions, withdrawing
from market.forms import WithdrawForm
from market.views.orders import crumbs_of, order_or_404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Confirmed twice, or too late, it leads back to the order, which says where things stand."""
    order = order_or_404(token)
    lines = withdrawing.lines_to_withdraw(order, at=timezone.now())
    back = HttpResponseRedirect(f"{order.get_absolute_url()}#retractation", status=303)
    if not lines:
        return back
    form = WithdrawForm(request.POST if request.method == "POST" else None, lines=lines)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(order_id=order.pk, line_ids=form.cleaned_data["lines"], now=timezone.now())
        return back
    context = {
        "order": order,
        "market_day": order.market_day,
        "form": form,
        "last_day": withdrawing.last_day(order),
        "crumbs": crumbs_of(order),
    }
    return render(request, "market/withdraw.html", context, status=422 if form.errors else 200)
