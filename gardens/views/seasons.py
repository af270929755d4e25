"""A household and a new season: it goes on, or gives its plot back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commons.payments.provider import ProviderUnreachableError
from gardens import actions, enrolling, queries
from gardens.forms import EnrolForm
from gardens.models import Enrolment, Season
from gardens.refusals import PlaceGoneError, SeasonClosedError, SignatureMissingError
from gardens.rules.fees import FeeRefusedError
from gardens.rules.seasons import last_day_of_leaver
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def season(request: HttpRequest, token: str, season_id: int) -> HttpResponse:
    """Read, sign if the charter changed, choose what to give, go on. What is settled is only shown."""
    shown = _enrolment_or_404(token, season_id)
    form = _form(request, shown)
    if request.method == "POST" and not _is_over(shown) and form.is_valid():
        answer = _stay(request, shown, form)
        if answer:
            return answer
    context = _context(shown) | {
        "form": form,
        "is_over": _is_over(shown),
        "changes": _changes(shown, form),
    }
    return render(request, "gardens/season.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str, season_id: int) -> HttpResponse:
    """One button, with its consequence in words: until when, and who comes after."""
    shown = _enrolment_or_404(token, season_id)
    back = redirect(shown.get_renewal_url())
    if request.method == "POST":
        try:
            actions.leave(enrolment_id=shown.pk)
        except SeasonClosedError:
            return back
        except ProviderUnreachableError:
            messages.warning(request, _("Le paiement en cours ne répond pas. Réessayez bientôt."))
        return back
    if _is_over(shown) or shown.state == Enrolment.State.LEAVES:
        return back
    last_day = last_day_of_leaver(
        had_said_yes=shown.state == Enrolment.State.STAYS,
        starts_on=shown.season.starts_on,
        ends_on=shown.season.ends_on,
        on=timezone.localdate(),
    )
    return render(request, "gardens/season_leave.html", _context(shown) | {"last_day": last_day})


def _stay(request: HttpRequest, shown: Enrolment, form: EnrolForm) -> HttpResponse | None:
    """What comes next once it is said; None when the form says why not."""
    try:
        said = actions.stay(enrolment_id=shown.pk, **form.word)
    except (FeeRefusedError, SignatureMissingError) as refusal:
        form.refuse(refusal)
        return None
    except PlaceGoneError:
        messages.warning(request, _("Votre parcelle vient d’être proposée à un autre foyer."))
    except SeasonClosedError:
        pass
    except ProviderUnreachableError:
        messages.warning(request, _("Le paiement en cours ne répond pas. Réessayez bientôt."))
    else:
        messages.success(request, _("C’est noté, vous continuez. Merci !"))
        if said.due_cents:
            return redirect("gardens:fee", said.tenancy.token, said.pk)
        return redirect(said.tenancy)
    return redirect(shown.get_renewal_url())


def _form(request: HttpRequest, shown: Enrolment) -> EnrolForm:
    tenancy, of = shown.tenancy, shown.season
    return EnrolForm(
        request.POST if request.method == "POST" else None,
        season=of,
        must_sign=not enrolling.has_signed(tenancy, of),
        with_deposit=enrolling.owes_deposit(tenancy, of),
    )


def _changes(shown: Enrolment, form: EnrolForm) -> str:
    """What the charter changes, for whoever signed one before."""
    if form.charter and shown.tenancy.signatures.exists():
        return form.charter.changes
    return ""


def _is_over(shown: Enrolment) -> bool:
    return shown.season.state != Season.State.OPEN


def _enrolment_or_404(token: str, season_id: int) -> Enrolment:
    tenancy = open_tenancy_or_404(token)
    shown = queries.enrolment_in(tenancy, season_id)
    if shown is None:
        raise Http404
    shown.tenancy = tenancy
    return shown


def _context(shown: Enrolment) -> dict[str, Any]:
    return {
        "enrolment": shown,
        "season": shown.season,
        "tenancy": shown.tenancy,
        "garden": shown.tenancy.plot.garden,
        "leave_url": reverse("gardens:leave", args=[shown.tenancy.token, shown.season.pk]),
        "crumbs": plot_crumbs(shown.tenancy, str(shown.season)),
    }
