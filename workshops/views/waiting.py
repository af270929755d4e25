"""The waiting list, for whoever waits: joining, one's turn and its reason, leaving, waiting again."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import actions, queries, standing
from workshops.forms import WaitingForm
from workshops.models import LogLine, Session, WaitingEntry
from workshops.refusals import SessionClosedError
from workshops.views import refused
from workshops.views.asking import contact_of, form_of
from workshops.views.crumbs import crumbs
from workshops.views.sessions import session_or_404
from workshops.words import say_turn_of


@require_http_methods(["GET", "HEAD", "POST"])
def wait(request: HttpRequest, session_id: int) -> HttpResponse:
    """Take a turn, for a whole party. Where there is room, the page leads to the seats."""
    shown = session_or_404(session_id)
    form = form_of(request, WaitingForm)
    if form.is_bound and form.is_valid():
        entry = _join(request, session_id, form)
        if entry:
            return redirect(entry)
    context = {
        "session": shown,
        "form": form,
        "is_open": standing.is_open(shown, at=timezone.now())
        and shown.workshop.takes_bookings
        and not shown.is_booked_whole,
        "crumbs": crumbs(_("Attendre une place"), session=shown),
    }
    return render(request, "workshops/wait.html", context, status=422 if form.errors else 200)


def _join(request: HttpRequest, session_id: int, form: WaitingForm) -> WaitingEntry | None:
    try:
        return actions.join_waiting_list(
            session_id=session_id,
            form_key=form.cleaned_data["form_key"],
            contact=contact_of(request, form),
            seats=form.cleaned_data["seats"],
        )
    except Session.DoesNotExist as missing:
        raise Http404 from missing
    except refused.REFUSALS as refusal:
        refused.put(form, refusal)
    return None


@never_cache
@require_safe
def waiting(request: HttpRequest, token: str) -> HttpResponse:
    """One's turn, and why it is that one."""
    entry = _entry_or_404(token)
    now = timezone.now()
    in_list = entry.state == WaitingEntry.State.WAITING
    context = {
        "entry": entry,
        "session": entry.session,
        "turn": say_turn_of(entry, at=now),
        "in_list": in_list,
        "is_open": standing.is_open(entry.session, at=now),
        "offer": standing.pending_offer(entry, at=now),
        "changes": standing.changes(entry.session, LogLine.Kind.RANK) if in_list else [],
        "others": queries.other_sessions(entry.session, at=now),
        "crumbs": crumbs(_("Ma place dans la liste"), session=entry.session),
    }
    return render(request, "workshops/waiting.html", context)


@require_POST
def leave(_request: HttpRequest, token: str) -> HttpResponse:
    """Leave the list; what was offered goes to the next."""
    entry = _entry_or_404(token)
    actions.leave_waiting_list(token=token)
    return redirect(entry)


@require_POST
def again(_request: HttpRequest, token: str) -> HttpResponse:
    """Back in the list, at its end."""
    entry = _entry_or_404(token)
    with suppress(SessionClosedError):
        actions.wait_again(token=token)
    return redirect(entry)


def _entry_or_404(token: str) -> WaitingEntry:
    entry = standing.entry_by_token(token)
    if entry is None:
        raise Http404
    return entry
