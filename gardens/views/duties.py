"""One turn that a household holds, for whoever has its link: I come, I can't, it is done."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gardens import actions, queries
from gardens.forms import DoneForm
from gardens.models import Duty
from gardens.rules.rota import may_be_said_done
from gardens.turn_words import say_reason, say_turn
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404
from gardens.views.refused import telling

ASKING = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
def duty(request: HttpRequest, token: str) -> HttpResponse:
    """The turn, and what can be done about it now."""
    shown = duty_or_404(token)
    now = timezone.now()
    is_open = shown.is_held and not shown.turn.is_called_off
    context = duty_context(shown) | {
        "is_coming": is_open and shown.starts_at > now,
        "may_be_done": is_open and may_be_said_done(starts_at=shown.starts_at, now=now),
        "reason": say_reason(shown),
        "form": DoneForm(initial={"minutes": shown.turn.minutes}),
    }
    return render(request, "gardens/duty.html", context)


@never_cache
@require_http_methods(ASKING)
def coming(request: HttpRequest, token: str) -> HttpResponse:
    """« Je viens »: the link opens a page with one button, since mail software follows links."""
    shown = duty_or_404(token)
    if request.method == "POST":
        with telling(request, _("Merci, c’est noté. À bientôt au jardin.")):
            actions.say_coming(token=token)
        return redirect(shown)
    return _ask(
        request,
        shown,
        title=_("Vous venez ?"),
        label=_("Je viens"),
        way_out=(_("Je ne peux pas"), reverse("gardens:duty_cannot", args=[token])),
    )


@never_cache
@require_http_methods(ASKING)
def cannot(request: HttpRequest, token: str) -> HttpResponse:
    """« Je ne peux pas »: the gardeners are asked, and the first to answer takes the turn."""
    shown = duty_or_404(token)
    if request.method == "POST":
        done = _("Le jardin est prévenu. Dès que quelqu’un prend votre tour, nous vous l’écrivons.")
        with telling(request, done):
            actions.ask_replacement(token=token)
        return redirect(shown)
    return _ask(
        request,
        shown,
        title=_("Un empêchement ?"),
        words=_(
            "Un message part aux autres foyers du jardin. Le premier qui répond prend votre tour ;"
            " d’ici là, il reste à votre nom."
        ),
        label=_("Chercher quelqu’un à ma place"),
        way_out=(_("Finalement, je viens"), reverse("gardens:duty_coming", args=[token])),
    )


@never_cache
@require_http_methods(ASKING)
def decline(request: HttpRequest, token: str) -> HttpResponse:
    """« Non merci » to a turn that was proposed: the next household is asked at once."""
    shown = duty_or_404(token)
    if request.method == "POST":
        with telling(request, _("C’est noté, merci d’avoir répondu. Rien d’autre à faire.")):
            actions.decline(token=token)
        return redirect(shown)
    return _ask(
        request,
        shown,
        title=_("Décliner ce tour ?"),
        words=_("Sans raison à donner : le foyer suivant sera prévenu à votre place."),
        label=_("Je ne prends pas ce tour"),
        way_out=(_("Je le garde"), shown.get_absolute_url()),
    )


@require_POST
def give_back(request: HttpRequest, token: str) -> HttpResponse:
    """The turn is free again, for anybody."""
    shown = duty_or_404(token)
    with telling(request, _("Votre tour est rendu. Il est de nouveau libre.")):
        actions.give_back(token=token)
    return redirect("gardens:rota", shown.tenancy.token)


@require_POST
def done(request: HttpRequest, token: str) -> HttpResponse:
    """« C’est fait »; without a number, as long as foreseen."""
    shown = duty_or_404(token)
    form = DoneForm(request.POST)
    minutes = form.cleaned_data["minutes"] if form.is_valid() else None
    with telling(request, _("Merci pour le jardin ! Vos heures sont comptées.")):
        actions.say_done(token=token, minutes=minutes)
    return redirect(shown)


@never_cache
@require_http_methods(ASKING)
def replace(request: HttpRequest, token: str, duty_id: int) -> HttpResponse:
    """Somebody cannot come: whoever presses first takes the turn."""
    tenancy = open_tenancy_or_404(token)
    asked = get_object_or_404(
        Duty.objects.with_turn(), pk=duty_id, turn__chore__garden=tenancy.plot.garden_id
    )
    if request.method == "POST":
        with telling(request, _("Merci ! Ce tour est à vous, et le foyer est prévenu.")):
            actions.replace(duty_id=duty_id, tenancy_id=tenancy.pk)
        return redirect("gardens:rota", token)
    is_open = asked.is_held and asked.replacement_asked_at and not asked.turn.is_called_off
    context = {
        "title": _("Prendre ce tour ?") if is_open else _("Ce tour n’est plus à prendre"),
        "words": ""
        if is_open
        else _("Quelqu’un l’a pris, ou il n’a plus lieu. Merci d’avoir répondu !"),
        "facts": say_turn(asked.turn),
        "label": _("Je prends ce tour") if is_open else "",
        "garden": tenancy.plot.garden,
        "way_out": (_("Voir les tours du jardin"), reverse("gardens:rota", args=[token])),
        "crumbs": plot_crumbs(tenancy, _("Remplacer")),
    }
    return render(request, "gardens/ask.html", context)


def duty_or_404(token: str) -> Duty:
    shown = queries.duty_by_token(token)
    if shown is None:
        raise Http404
    return shown


def duty_context(shown: Duty) -> dict[str, Any]:
    """What every page of a duty shows."""
    return {
        "duty": shown,
        "turn": shown.turn,
        "garden": shown.turn.chore.garden,
        "crumbs": plot_crumbs(shown.tenancy, _("Mon tour")),
    }


def _ask(
    request: HttpRequest,
    shown: Duty,
    *,
    title: str,
    label: str,
    way_out: tuple[str, str],
    words: str = "",
) -> HttpResponse:
    """One button, with its consequence in words; nothing to press once the turn is over or given back."""
    is_open = shown.is_held and not shown.turn.is_called_off and shown.starts_at > timezone.now()
    if not is_open:
        return redirect(shown)
    context = duty_context(shown) | {
        "title": title,
        "words": words,
        "facts": say_turn(shown.turn),
        "label": label,
        "way_out": way_out,
    }
    return render(request, "gardens/ask.html", context)
