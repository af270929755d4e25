"""The seats of a booking, one by one: who comes, one less, one more."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from commons.payments.provider import ProviderUnreachableError
from workshops import actions, queries, standing
from workshops.forms import AddSeatsForm, RenameForm
from workshops.models import Booking, Seat
from workshops.refusals import SessionClosedError
from workshops.views import refused
from workshops.views.asking import form_of
from workshops.views.bookings import booking_context, booking_or_404


@require_POST
def rename(request: HttpRequest, token: str, seat_id: int) -> HttpResponse:
    """Say who comes in a seat; an empty name gives it back to the booker."""
    shown = booking_or_404(token)
    seat = _seat_or_404(shown, seat_id)
    form = RenameForm(request.POST)
    if shown.is_confirmed and form.is_valid():
        actions.rename_seat(token=token, seat_id=seat.pk, name=form.cleaned_data["name"])
    return redirect(f"{shown.get_absolute_url()}#places")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: HttpRequest, token: str, seat_id: int) -> HttpResponse:
    """Give one seat back, after a page that says what becomes of it and of what was paid."""
    shown = booking_or_404(token)
    if request.method == "POST":
        with suppress(SessionClosedError, ProviderUnreachableError, Seat.DoesNotExist):
            actions.give_back_seat(token=token, seat_id=seat_id)
        return redirect(shown)
    seat = _seat_or_404(shown, seat_id)
    now = timezone.now()
    if not shown.is_confirmed or not standing.is_open(shown.session, at=now):
        return redirect(shown)
    context = booking_context(shown) | {
        "leaving": standing.leaving(shown, [seat], at=now),
        "seat": seat,
    }
    return render(request, "workshops/leave.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, token: str) -> HttpResponse:
    """More seats, for people who join in."""
    shown = booking_or_404(token)
    most = standing.seats_to_add(shown, at=timezone.now())
    if not most and request.method != "POST":
        return redirect(shown)
    form = form_of(request, AddSeatsForm, workshop=shown.session.workshop, most=most)
    if form.is_bound and form.is_valid():
        try:
            actions.add_seats(
                token=token, party=form.party(), guardian=form.cleaned_data["guardian"]
            )
        except refused.REFUSALS as refusal:
            refused.put(form, refusal)
        else:
            return redirect(shown)
    context = booking_context(shown) | {"form": form, "most": most}
    return render(request, "workshops/add_seats.html", context, status=422 if form.errors else 200)


def _seat_or_404(shown: Booking, seat_id: int) -> Seat:
    seat = next((seat for seat in queries.seats_of(shown) if seat.pk == seat_id), None)
    if seat is None:
        raise Http404
    return seat
