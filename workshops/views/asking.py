"""From a request to a form, and from a form to what the verbs take."""

from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language

from commons.people import asking
from commons.people.models import Person
from workshops.forms.booking import ContactForm, NeedsForm
from workshops.parties import Contact

AnyForm = TypeVar("AnyForm", bound=forms.Form)


def form_of(
    request: HttpRequest, kind: type[AnyForm], *, seats: int | None = None, **given: Any
) -> AnyForm:
    """The form as it was sent, to be checked; or to be filled in, with what is known already.

    ``seats`` is how many it starts with, when that is known too.

    Asked for more rows only, it comes back with what was typed and nothing checked.
    """
    if request.method == "POST" and "refresh" not in request.POST:
        return kind(request.POST, **given)
    if request.method == "POST":
        return kind(initial=request.POST.dict(), **given)
    return kind(initial=known(request) | ({"seats": seats} if seats else {}), **given)


def known(request: HttpRequest) -> dict[str, Any]:
    """What a signed-in person need not type again, and the number of seats that a link asks for."""
    return {"seats": request.GET.get("places", "1"), **asking.known(request)}


def contact_of(request: HttpRequest, form: ContactForm) -> Contact:
    """Whom a valid form speaks of."""
    typed = form.cleaned_data
    needs = needs_of(form) if isinstance(form, NeedsForm) else {}
    return Contact(
        name=typed["name"],
        email=typed["email"],
        phone=typed["phone"],
        language=get_language() or "fr",
        person=request.user if isinstance(request.user, Person) else None,
        **needs,
    )


def needs_of(form: NeedsForm) -> dict[str, Any]:
    """Guardian, needs and answers of a valid form, as ``Contact`` names them."""
    return {
        "guardian": form.cleaned_data["guardian"],
        "access_needs": form.cleaned_data["access_needs"],
        "answers": form.answers(),
    }
