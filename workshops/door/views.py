"""Form → action → back to the list, or a short JSON answer for the queue of door.js."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commons.cms.spoken import say_day, say_time
from commons.people.models import Person
from workshops import actions, own, people
from workshops.door.forms import TickForm, WalkInForm
from workshops.models import Booking, Seat, Session
from workshops.refusals import DoorClosedError, NotEnoughSeatsError
from workshops.rules import door as rules

UNPROCESSABLE = 422


@never_cache
@require_safe
def door(request: HttpRequest, session_id: int) -> HttpResponse:
    """Today's list, with big buttons; ``?q=`` narrows it down where there is no script."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    session = _session_or_404(request, session_id)
    return _door_page(request, session, WalkInForm())


@require_POST
def tick(request: HttpRequest, session_id: int) -> HttpResponse:
    """Here, not here, or not known yet."""
    session = _session_or_404(request, session_id)
    form = TickForm(request.POST)
    if not form.is_valid():
        return _refused(request, session, _("Cette demande n’est pas complète."))
    try:
        seat = actions.tick(
            session_id=session.pk,
            seat_id=form.cleaned_data["seat"],
            attendance=form.cleaned_data["attendance"],
        )
    except Seat.DoesNotExist:
        return _refused(request, session, _("Cette place a été rendue."))
    except DoorClosedError as closed:
        return _refused(request, session, _closed_words(closed))
    except NotEnoughSeatsError:
        return _refused(request, session, _("Sa place a été donnée à quelqu’un d’autre."))
    if _wants_json(request):
        return JsonResponse({"seat": seat.pk, "attendance": seat.attendance})
    return redirect(f"{_door_of(session)}#place-{seat.pk}")


@require_POST
def walk_in(request: HttpRequest, session_id: int) -> HttpResponse:
    """Seat somebody who was not expected."""
    session = _session_or_404(request, session_id)
    form = WalkInForm(request.POST)
    if form.is_valid():
        try:
            booking = actions.admit_walk_in(
                session_id=session.pk,
                form_key=form.cleaned_data["form_key"],
                name=form.cleaned_data["name"] or _("Sans nom"),
                seats=form.cleaned_data["seats"],
                by=cast(Person, request.user),  # nobody else has a session here
            )
        except NotEnoughSeatsError as short:
            form.add_error("seats", _shortage(short.left))
        except DoorClosedError as closed:
            form.add_error(None, _closed_words(closed))
        else:
            return _admitted(request, session, booking)
    if _wants_json(request):
        words = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"refusal": words}, status=UNPROCESSABLE)
    return _door_page(request, session, form, status=UNPROCESSABLE)


@never_cache
@require_safe
def printed(request: HttpRequest, session_id: int) -> HttpResponse:
    """The list on paper, with boxes to tick: for the day the network is away."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    session = _session_or_404(request, session_id)
    seats = people.seats_in(session)
    context = {
        "session": session,
        "seats": seats,
        "free_lines": range(max(0, session.capacity - len(seats))),
    }
    return render(request, "workshops/door/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scanned(request: HttpRequest, token: str) -> HttpResponse:
    """What a booking's code leads to: one button for those at the door, a word for anybody else."""
    booking = get_object_or_404(
        Booking.objects.select_related("session__workshop", "session__place"), token=token
    )
    session = booking.session
    if not own.sessions_of(request.user).filter(pk=session.pk).exists():
        context = {"session": session, "sign_in": not request.user.is_authenticated}
        return render(request, "workshops/door/not_yours.html", context, status=403)
    seats = list(Seat.objects.kept().filter(booking=booking).select_related("booking"))
    if request.method == "POST":
        return _all_here(request, session, seats)
    context = {
        "session": session,
        "booking": booking,
        "seats": seats,
        "all_here": all(seat.attendance == Seat.Attendance.CAME for seat in seats),
        **_opening(session),
    }
    return render(request, "workshops/door/scanned.html", context)


def _all_here(request: HttpRequest, session: Session, seats: list[Seat]) -> HttpResponse:
    try:
        for seat in seats:
            actions.tick(session_id=session.pk, seat_id=seat.pk, attendance=Seat.Attendance.CAME)
    except DoorClosedError as closed:
        return _refused(request, session, _closed_words(closed))
    except NotEnoughSeatsError:
        return _refused(request, session, _("Sa place a été donnée à quelqu’un d’autre."))
    return redirect(f"{_door_of(session)}#place-{seats[0].pk}" if seats else _door_of(session))


def _session_or_404(request: HttpRequest, session_id: int) -> Session:
    session: Session | None = (
        own.sessions_of(request.user).for_screens().filter(pk=session_id).first()
    )
    if session is None:
        raise Http404
    return session


def _door_page(
    request: HttpRequest, session: Session, form: WalkInForm, *, status: int = 200
) -> HttpResponse:
    seats = people.seats_in(session)
    asked = request.GET.get("q", "").strip()
    context: dict[str, Any] = {
        "session": session,
        "shown": [seat for seat in seats if _is_called(seat, asked)],
        "counts": people.count(seats),
        "asked": asked,
        "form": form,
        **_opening(session),
    }
    return render(request, "workshops/door/door.html", context, status=status)


def _is_called(seat: Seat, asked: str) -> bool:
    """By a part of a name, or by the number of a booking."""
    booking = seat.booking
    return asked.casefold() in f"{seat.who} {booking.name} {booking.number}".casefold()


def _opening(session: Session) -> dict[str, Any]:
    opens_at = rules.opens_at(starts_at=session.starts_at)
    return {
        "is_open": not session.is_cancelled
        and rules.is_open(starts_at=session.starts_at, ends_at=session.ends_at, at=timezone.now()),
        "opens_at": opens_at,
        "is_early": timezone.now() < opens_at,
    }


def _admitted(request: HttpRequest, session: Session, booking: Booking) -> HttpResponse:
    if not _wants_json(request):
        return redirect(_door_of(session))
    seats = Seat.objects.kept().filter(booking=booking).select_related("booking")
    return JsonResponse(
        {
            "form_key": str(booking.form_key),
            "seats": [
                {"seat": seat.pk, "name": seat.who, "attendance": seat.attendance} for seat in seats
            ],
        }
    )


def _refused(request: HttpRequest, session: Session, words: str) -> HttpResponse:
    """Said to the queue, which drops it and shows the words; or on the list."""
    if _wants_json(request):
        return JsonResponse({"refusal": words}, status=UNPROCESSABLE)
    messages.error(request, words)
    return redirect(_door_of(session))


def _closed_words(closed: DoorClosedError) -> str:
    if timezone.now() < closed.opens_at:
        return _("L’émargement ouvre %(day)s à %(time)s.") % {
            "day": say_day(closed.opens_at),
            "time": say_time(closed.opens_at),
        }
    return _("L’émargement de cette séance est clos.")


def _shortage(left: int) -> str:
    if not left:
        return _("C’est complet. Une personne absente libère sa place quand on la note « pas là ».")
    return ngettext("Il ne reste que %(left)d place.", "Il ne reste que %(left)d places.", left) % {
        "left": left
    }


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def _door_of(session: Session) -> str:
    return reverse("workshops:door", args=[session.pk])
