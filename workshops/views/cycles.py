"""A whole cycle: a seat at each of its sessions, or none."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from workshops import actions, queries, standing
from workshops.forms import BookingForm
from workshops.models import Booking, Cycle
from workshops.views import refused
from workshops.views.asking import contact_of, form_of
from workshops.views.crumbs import crumbs


@require_http_methods(["GET", "HEAD", "POST"])
def cycle(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """The dates of a cycle, and the form that reserves them all."""
    shown = get_object_or_404(Cycle.objects.select_related("workshop"), pk=cycle_id)
    form = form_of(request, BookingForm, workshop=shown.workshop)
    if request.method == "POST" and form.is_bound and form.is_valid():
        booking = _book(request, shown, form)
        if booking:
            return redirect(booking)
    sessions = standing.cycle_sessions(shown, at=timezone.now())
    story = queries.story_of(shown.workshop_id, language=get_language() or "fr")
    context = {
        "cycle": shown,
        "sessions": sessions,
        "full": [session for session in sessions if not session.seats_left],
        "form": form,
        "story": story,
        "crumbs": crumbs(shown.name, story=story),
        "total_cents": form.fixed_total_cents * len(sessions),
    }
    return render(request, "workshops/cycle.html", context, status=422 if form.errors else 200)


def _book(request: HttpRequest, shown: Cycle, form: BookingForm) -> Booking | None:
    try:
        return actions.book_cycle(
            cycle_id=shown.pk,
            form_key=form.cleaned_data["form_key"],
            contact=contact_of(request, form),
            party=form.party(),
        )
    except refused.REFUSALS as refusal:
        refused.put(form, refusal, of_cycle=True)
    return None
