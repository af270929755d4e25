"""One session: what it is, and the form that reserves its seats or takes a turn in its list."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from commons.cms.spoken import say_day
from commons.places.models import House
from workshops import actions, queries, seating, standing
from workshops.forms import BookingForm, WaitingForm
from workshops.models import Booking, LogLine, Session
from workshops.structured import sharing_of
from workshops.views import refused
from workshops.views.asking import contact_of, form_of, known
from workshops.views.crumbs import crumbs


@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest, session_id: int) -> HttpResponse:
    """One session and its form; posted with ``refresh``, it only shows as many rows as seats."""
    shown = session_or_404(session_id)
    form = form_of(request, BookingForm, workshop=shown.workshop, most=shown.capacity)
    if request.method == "POST" and form.is_bound and form.is_valid():
        booking = _book(request, shown, form)
        if booking:
            return redirect(booking)
    return _session_page(request, session_id, form)


def _book(request: HttpRequest, shown: Session, form: BookingForm) -> Booking | None:
    """Book, or put on the form what went wrong, beside the field it is about."""
    try:
        return actions.book_seats(
            session_id=shown.pk,
            form_key=form.cleaned_data["form_key"],
            contact=contact_of(request, form),
            party=form.party(),
        )
    except Session.DoesNotExist as missing:
        raise Http404 from missing
    except refused.REFUSALS as refusal:
        refused.put(form, refusal)
    return None


def _session_page(request: HttpRequest, session_id: int, form: BookingForm) -> HttpResponse:
    """Read again: what was refused may have changed since."""
    shown = session_or_404(session_id)
    context = session_context(request, shown, form=form)
    if context["is_open"] and not context["left"]:
        context["waiting_form"] = WaitingForm(initial=_as_typed(request, form))
    status = 422 if form.errors else 200
    return render(request, "workshops/session.html", context, status=status)


def _as_typed(request: HttpRequest, form: BookingForm) -> dict[str, Any]:
    """Whoever finds a session full need not type again to wait."""
    if not form.is_bound:
        return known(request)
    return {name: form[name].value() for name in ("seats", "name", "email", "phone", "form_key")}


def session_context(request: HttpRequest, shown: Session, *, form: Any = None) -> dict[str, Any]:
    """What the page of a session shows, whoever looks at it."""
    now = timezone.now()
    is_open = standing.is_open(shown, at=now) and shown.workshop.takes_bookings
    left = seating.free_for_newcomers(shown, now=now, free=shown.seats_left) if is_open else 0
    story = queries.story_of(shown.workshop_id, language=get_language() or "fr")
    return {
        "session": shown,
        "form": form,
        "story": story,
        "crumbs": crumbs(say_day(shown.starts_at), story=story),
        "sharing": sharing_of(shown, story=story, house=House.load(request)),
        "is_open": is_open,
        "is_over": shown.starts_at <= now,
        "is_past": shown.ends_at <= now,
        "left": left,
        "tiers": shown.workshop.tiers.all(),
        "moves": standing.changes(shown, LogLine.Kind.MOVED) if shown.sequence else [],
        "others": [] if left else queries.other_sessions(shown, at=now),
    }


def session_or_404(session_id: int) -> Session:
    """A session with what its screens show."""
    sessions = Session.objects.for_screens().select_related("cycle")
    return get_object_or_404(sessions, pk=session_id)
