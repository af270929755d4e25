"""The person's own page."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commons.people import actions, mine, queries
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
    context = {
        "person": person,
        "housemates": _housemates(person),
        "form": form,
        "calendar_secret": queries.calendar_secret_of(person),
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


def _housemates(person: Person) -> list[str]:
    """First names of those who share the household, which is read by the same question."""
    if person.household_id is None:
        return []
    people = Person.objects.filter(household_id=person.household_id).select_related("household")
    names = []
    for each in people:
        if each == person:
            person.household = each.household
        else:
            names.append(each.first_name or each.email)
    return names
