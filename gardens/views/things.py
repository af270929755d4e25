"""What a garden's households lend and give, and who has the keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gardens import actions, queries
from gardens.forms import AskThingForm, OfferThingForm
from gardens.models import Key, Loan, Tenancy, Thing
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404
from gardens.views.refused import REFUSALS, say, telling

UNPROCESSABLE = 422


@never_cache
@require_safe
def things(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked of me, what I have, what is offered, and the keys."""
    tenancy = open_tenancy_or_404(token)
    garden_id = tenancy.plot.garden_id
    context = _context(tenancy, _("Prêter, donner")) | {
        "shelved": queries.things_of(garden_id, tenancy=tenancy),
        "loans": queries.loans_around(tenancy),
        "keys": queries.keys_of(garden_id) if _gardens_now(tenancy) else [],
        "now": timezone.now(),
    }
    return render(request, "gardens/things.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """Propose something to one's garden."""
    tenancy = open_tenancy_or_404(token)
    form = OfferThingForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with telling(request, _("C’est proposé à votre jardin. Merci de partager !")):
            actions.offer_thing(tenancy_id=tenancy.pk, **form.cleaned_data)
        return redirect("gardens:things", token)
    context = _context(tenancy, _("Proposer")) | {"form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "gardens/offer_thing.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def thing(request: HttpRequest, token: str, thing_id: int) -> HttpResponse:
    """One thing: ask for some of it, or book it for some hours."""
    tenancy = open_tenancy_or_404(token)
    shown = queries.thing_of(tenancy.plot.garden_id, thing_id)
    if shown is None:
        raise Http404
    form = AskThingForm(request.POST or None, thing=shown)
    if request.method == "POST" and form.is_valid() and _asked(request, form, shown, tenancy):
        return redirect("gardens:things", token)
    context = _context(tenancy, shown.name) | {
        "thing": shown,
        "form": form,
        "mine": shown.owner_id == tenancy.pk,
        "booked": queries.booked_hours(shown, now=timezone.now()) if shown.is_lent else [],
        "left": queries.left_of(shown) if not shown.is_lent else None,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "gardens/thing.html", context, status=status)


def _asked(request: HttpRequest, form: AskThingForm, shown: Thing, tenancy: Tenancy) -> bool:
    """Ask; a refusal comes back beside the form, with what was typed."""
    done = (
        _("C’est réservé. La personne est prévenue et vous répond ici et par e-mail.")
        if shown.owner_id
        else _("C’est réservé. Dites « je l’ai » en le prenant, pour que chacun sache où il est.")
    )
    try:
        actions.ask_for_thing(thing_id=shown.pk, tenancy_id=tenancy.pk, **form.cleaned_data)
    except REFUSALS as refusal:
        form.add_error(None, say(refusal))
        return False
    with telling(request, done):
        return True


@require_POST
def withdraw(request: HttpRequest, token: str, thing_id: int) -> HttpResponse:
    """Take one's own thing off the list."""
    tenancy = open_tenancy_or_404(token)
    get_object_or_404(Thing, pk=thing_id, owner=tenancy)
    with telling(request, _("C’est retiré de la liste.")):
        actions.withdraw_thing(thing_id=thing_id, tenancy_id=tenancy.pk)
    return redirect("gardens:things", token)


@require_POST
def loan(request: HttpRequest, token: str, loan_id: int) -> HttpResponse:
    """What either side says of a loan, by the button pressed."""
    tenancy = open_tenancy_or_404(token)
    get_object_or_404(Loan, pk=loan_id, thing__garden=tenancy.plot.garden_id)
    answer = request.POST.get("answer", "")[:300]
    verbs: dict[str, tuple[Callable[..., Loan], str]] = {
        "yes": (
            partial(actions.answer_loan, yes=True, answer=answer),
            _("Votre réponse est partie."),
        ),
        "no": (
            partial(actions.answer_loan, yes=False, answer=answer),
            _("C’est noté, et dit avec vos mots."),
        ),
        "handed": (actions.hand_over, _("C’est noté : remis.")),
        "back": (actions.bring_back, _("C’est noté : rapporté. Merci !")),
        "cancel": (actions.cancel_loan, _("C’est annulé.")),
    }
    verb, done = verbs.get(request.POST.get("verb", ""), (None, ""))
    if verb is None:
        raise Http404
    with telling(request, done):
        verb(loan_id=loan_id, tenancy_id=tenancy.pk)
    return redirect("gardens:things", token)


@require_POST
def key(request: HttpRequest, token: str, key_id: int) -> HttpResponse:
    """« C’est moi qui l’ai »: whoever had the key is told."""
    tenancy = open_tenancy_or_404(token)
    get_object_or_404(Key, pk=key_id, garden=tenancy.plot.garden_id)
    with telling(request, _("C’est noté : la clé est chez vous.")):
        actions.pass_key(key_id=key_id, taker_id=tenancy.pk)
    return redirect(f"{reverse('gardens:things', args=[token])}#cles")


def _gardens_now(tenancy: Tenancy) -> bool:
    """Codes are for those who garden today, not for those who will."""
    return tenancy.starts_on <= timezone.localdate()


def _context(tenancy: Tenancy, title: str) -> dict[str, Any]:
    return {
        "tenancy": tenancy,
        "garden": tenancy.plot.garden,
        "crumbs": plot_crumbs(tenancy, title),
    }
