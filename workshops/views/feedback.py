"""Three answers after a session, from whoever holds a ticket. Nothing here reads who is signed in."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from workshops import actions
from workshops.actions.feedback import session_of_ticket
from workshops.forms import FeedbackForm
from workshops.refusals import TicketUsedError
from workshops.rules.feedback import SHOWN_ABOVE


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, secret: str) -> HttpResponse:
    """The questions, then thanks; a ticket that was used, or never was, gets one same sentence."""
    about = session_of_ticket(secret)
    if about is None:
        return render(request, "workshops/feedback_used.html", status=410)
    form = FeedbackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with suppress(TicketUsedError):  # a second press of the button: the first was written down
            actions.answer(secret=secret, **form.cleaned_data)
        return render(request, "workshops/feedback_thanks.html", {"workshop": about.workshop})
    context = {"form": form, "session": about, "shown_above": SHOWN_ABOVE}
    status = 422 if form.errors else 200
    return render(request, "workshops/feedback.html", context, status=status)
