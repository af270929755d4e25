"""A booking, for whoever holds its link: its payment, then what to keep, change, or give back."""

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commons.calendars import calendar_file
from commons.payments.cards import CardPages, ask_card
from commons.payments.provider import ProviderUnreachableError
from workshops import actions, agenda, paying, queries, standing
from workshops.models import Booking
from workshops.refusals import SessionClosedError
from workshops.transitions import total_cents
from workshops.views.crumbs import crumbs

CARD_PAGES = CardPages(
    form="workshops/pay.html", waiting="workshops/paying.html", away="workshops/pay_away.html"
)


@never_cache
@require_safe
def booking(request: HttpRequest, token: str) -> HttpResponseBase:
    """The payment while it is awaited, then the confirmation, and the place to come back to."""
    shown = booking_or_404(token)
    if shown.state == Booking.State.HELD:
        return redirect(shown.lead) if shown.lead else _payment_page(request, shown)
    now = timezone.now()
    seats = queries.seats_of(shown)
    context = booking_context(shown) | {
        "seats": seats,
        "others": standing.rest_of_cycle(shown),
        "is_past": shown.session.ends_at <= now,
        "can_change": shown.is_confirmed and standing.is_open(shown.session, at=now),
        "may_add": standing.seats_to_add(shown, at=now),
        "leaving": standing.leaving(shown, seats, at=now),
        "paid_too_late": standing.was_paid_too_late(shown),
        "paid_back_cents": paying.paid_back_cents(shown) if shown.session.is_cancelled else 0,
    }
    return render(request, "workshops/booking.html", context)


def _payment_page(request: HttpRequest, shown: Booking) -> HttpResponseBase:
    others = standing.rest_of_cycle(shown)
    context = booking_context(shown) | {
        "others": others,
        "total_cents": total_cents([shown, *others]),
        "is_over": shown.expires_at is not None and shown.expires_at <= timezone.now(),
    }
    if context["is_over"]:
        return render(request, "workshops/pay_over.html", context)
    return ask_card(
        request,
        CARD_PAGES,
        payment_id=standing.open_attempt(shown),
        back=shown.get_absolute_url(),
        context=context,
    )


@never_cache
@require_safe
def news(_request: HttpRequest, token: str) -> HttpResponse:
    """Asked by the waiting page every few seconds: nothing yet, or reload. Reads our row only."""
    if booking_or_404(token).state == Booking.State.HELD:
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """One button, with its consequence in words; once the session has started, the page says it is too late."""
    shown = booking_or_404(token)
    if request.method == "POST":
        with suppress(SessionClosedError, ProviderUnreachableError):
            actions.cancel_booking(token=token)
        return redirect(shown)
    now = timezone.now()
    if not shown.is_confirmed or not standing.is_open(shown.session, at=now):
        return redirect(shown)
    seats = queries.seats_of(shown)
    context = booking_context(shown) | {"leaving": standing.leaving(shown, seats, at=now)}
    return render(request, "workshops/leave.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def coming(request: HttpRequest, token: str) -> HttpResponse:
    """« Je viens »: the link of a reminder opens a page with one button, since mail software follows links."""
    shown = booking_or_404(token)
    if request.method == "POST":
        actions.say_coming(token=token)
        return redirect(shown)
    if not shown.is_confirmed or shown.coming_at or shown.session.starts_at <= timezone.now():
        return redirect(shown)
    return render(request, "workshops/coming.html", booking_context(shown))


@never_cache
@require_safe
def booking_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The booking's session as a calendar file, with those of its cycle."""
    sessions = queries.sessions_of_booking(booking_or_404(token))
    content = calendar_file([agenda.entry_of(session) for session in sessions])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="atelier.ics"'
    return response


@require_POST
def give_up(_request: HttpRequest, token: str) -> HttpResponse:
    """Leave the payment page without paying: the seats go to others at once."""
    shown = booking_or_404(token)
    try:
        actions.release_unpaid(booking_id=shown.lead_id or shown.pk)
    except ProviderUnreachableError:
        return redirect(shown)  # its hold ends by itself
    return redirect(shown.session)


def booking_context(shown: Booking) -> dict[str, Any]:
    """What every page of a booking shows."""
    return {
        "booking": shown,
        "session": shown.session,
        "crumbs": crumbs(_("Ma réservation"), session=shown.session),
    }


def booking_or_404(token: str) -> Booking:
    shown = queries.booking_by_token(token)
    if shown is None:
        raise Http404
    return shown
