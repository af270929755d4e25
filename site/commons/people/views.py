"""The person's own page."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commons.people import actions, mine
from commons.people.forms import AccountForm
from commons.people.models import Person


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """What they come for, who they are, who they live with, how they sign in."""
    person = cast("Person", request.user)
    form = AccountForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("C’est noté."))
        return redirect("people:account")
    household = _household_of(person)
    myself = next(each for each in household if each == person)
    context = {
        "person": myself,
        "housemates": [each.first_name or each.email for each in household if each != person],
        "form": form,
        "calendar_secret": myself.calendar_key.secret if hasattr(myself, "calendar_key") else "",
        "promised": mine.gather(person, now=timezone.now()),
    }
    return render(request, "people/account.html", context)


@login_required
@require_POST
def change_calendar_address(request: HttpRequest) -> HttpResponse:
    """Give their own calendar a first address, or a new one."""
    actions.change_calendar_key(person_id=cast("Person", request.user).pk)
    messages.success(request, _("Votre agenda a une nouvelle adresse."))
    return redirect(reverse("people:account") + "#agenda")


def _household_of(person: Person) -> list[Person]:
    """The person, and those who share the household, with what the page says of them, in one question."""
    home = Q(pk=person.pk)
    if person.household_id:
        home |= Q(household_id=person.household_id)
    return list(Person.objects.filter(home).select_related("household", "calendar_key"))
