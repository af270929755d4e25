"""Form → action → redirect."""

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commons.calendars import calendar_file
from commons.cms.spoken import say_day
from commons.people.models import Person
from commons.places.models import House
from workshops import actions, agenda, queries
from workshops.forms import BookingForm
from workshops.models import Booking, Session, WorkshopPage
from workshops.parties import Contact, unnamed
from workshops.refusals import NotEnoughSeatsError, SessionClosedError
from workshops.rules import groups
from workshops.structured import sharing_of


@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest, session_id: int) -> HttpResponse:
    """One session and the form that reserves its seats."""
    form = BookingForm(request.POST or None, initial=_known(request))
    if request.method == "POST" and form.is_valid():
        booking = _book(request, session_id, form)
        if booking:
            return redirect(booking, permanent=False)
    return _session_page(request, session_id, form, status=422 if form.errors else 200)


def _book(request: HttpRequest, session_id: int, form: BookingForm) -> Booking | None:
    """Book, or put on the form what went wrong, beside the field it is about."""
    try:
        return actions.book_seats(
            session_id=session_id,
            form_key=form.cleaned_data["form_key"],
            contact=Contact(
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
                language=get_language() or "fr",
                person=request.user if isinstance(request.user, Person) else None,
            ),
            party=unnamed(form.cleaned_data["seats"]),
        )
    except Session.DoesNotExist as missing:
        raise Http404 from missing
    except SessionClosedError:
        form.add_error(None, _("Les réservations de cette séance sont closes."))
    except NotEnoughSeatsError as short:
        form.add_error("seats", _shortage(short.left))
    return None


def _shortage(left: int) -> str:
    if not left:
        return _("La dernière place vient d’être prise. Rien n’a été réservé.")
    return ngettext(
        "Il ne reste qu’une place. Rien n’a été réservé.",
        "Il ne reste que %(left)d places. Rien n’a été réservé.",
        left,
    ) % {"left": left}


def _session_page(
    request: HttpRequest, session_id: int, form: BookingForm, *, status: int
) -> HttpResponse:
    now = timezone.now()
    shown = get_object_or_404(Session.objects.for_screens(), pk=session_id)
    is_open = groups.is_open(
        cancelled=shown.state == Session.State.CANCELLED, starts_at=shown.starts_at, at=now
    )
    story = queries.story_of(shown.workshop_id, language=get_language() or "fr")
    context: dict[str, Any] = {
        "session": shown,
        "form": form,
        "story": story,
        "crumbs": _crumbs(shown, story),
        "sharing": sharing_of(shown, story=story, house=House.load(request)),
        "is_open": is_open,
        "others": [] if is_open and shown.seats_left else queries.other_sessions(shown, at=now),
    }
    return render(request, "workshops/session.html", context, status=status)


def _crumbs(shown: Session, story: WorkshopPage | None) -> list[dict[str, str]]:
    """The workshops, this one's own page when it has one, and the date."""
    return [
        {"title": _("Les ateliers"), "url": reverse("wagtail_serve", args=["ateliers/"])},
        *([{"title": story.title, "url": story.url}] if story else []),
        {"title": say_day(shown.starts_at), "url": ""},
    ]


def _known(request: HttpRequest) -> dict[str, str]:
    """What a signed-in person need not type again."""
    if not isinstance(request.user, Person):
        return {}
    return {"name": request.user.get_full_name(), "email": request.user.email}


@never_cache
@require_safe
def booking(request: HttpRequest, token: str) -> HttpResponse:
    """A booking, for whoever holds its link: the confirmation, then the place to come back to."""
    shown = _booking_or_404(token)
    context = {
        "booking": shown,
        "session": shown.session,
        "seats": len(shown.seats.all()),
        "can_cancel": shown.state == Booking.State.CONFIRMED
        and timezone.now() < shown.session.starts_at,
    }
    return render(request, "workshops/booking.html", context)


@require_POST
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Give the seats back. Once the session has started, the page itself says it is too late."""
    shown = _booking_or_404(token)
    with suppress(SessionClosedError):
        actions.cancel_booking(token=token)
    return redirect(shown)


@never_cache
@require_safe
def booking_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The booking's session as a calendar file."""
    entry = agenda.entry_of(_booking_or_404(token).session)
    response = HttpResponse(calendar_file([entry]), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="atelier.ics"'
    return response


def _booking_or_404(token: str) -> Booking:
    shown = queries.booking_by_token(token)
    if shown is None:
        raise Http404
    return shown
