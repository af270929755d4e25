"""The person's own page."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from commons.people import mine
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
        "promised": mine.gather(person, now=timezone.now()),
    }
    return render(request, "people/account.html", context)


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
