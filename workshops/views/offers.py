"""Seats held for somebody who waits: to accept or to decline, until an hour."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from workshops import actions, standing
from workshops.actions.offers import contact_of
from workshops.forms import OfferForm
from workshops.models import Booking, Offer
from workshops.views import refused
from workshops.views.asking import form_of, needs_of
from workshops.views.crumbs import crumbs


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """What is offered and until when; posting accepts it. Accepted already, it leads to its booking."""
    shown = _offer_or_404(token)
    if shown.booking:
        return redirect(shown.booking)
    now = timezone.now()
    form = form_of(
        request,
        OfferForm,
        workshop=shown.session.workshop,
        most=shown.entry.seats,
        seats=shown.entry.seats,
    )
    if form.is_bound and form.is_valid():
        booking = _accept(token, shown, form)
        if booking:
            return redirect(booking)
    context = _context(shown, now=now) | {"form": form}
    return render(request, "workshops/offer.html", context, status=422 if form.errors else 200)


def _accept(token: str, shown: Offer, form: OfferForm) -> Booking | None:
    try:
        return actions.accept_offer(
            token=token,
            party=form.party(),
            contact=contact_of(shown.entry, **needs_of(form)),
        )
    except refused.REFUSALS as refusal:
        refused.put(form, refusal)
    return None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, token: str) -> HttpResponse:
    """One button that lets the seats go to the next."""
    shown = _offer_or_404(token)
    now = timezone.now()
    if request.method == "POST":
        actions.decline_offer(token=token)
        return redirect(shown)
    if not shown.is_alive(at=now):
        return redirect(shown)
    return render(request, "workshops/decline.html", _context(shown, now=now))


def _context(shown: Offer, *, now: datetime) -> dict[str, Any]:
    return {
        "offer": shown,
        "entry": shown.entry,
        "session": shown.session,
        "is_alive": shown.is_alive(at=now) and standing.is_open(shown.session, at=now),
        "is_expired": shown.state in (Offer.State.PENDING, Offer.State.EXPIRED),
        "is_twin": shown.session_id != shown.entry.session_id,
        "crumbs": crumbs(_("Une proposition pour vous"), session=shown.session),
    }


def _offer_or_404(token: str) -> Offer:
    shown = standing.offer_by_token(token)
    if shown is None:
        raise Http404
    return shown
