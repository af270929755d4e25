"""Two households on one plot: their agreement, for each by the link of its tenancy."""

from contextlib import suppress

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gardens import actions, queries
from gardens.forms import AgreementForm, CallForm, LeaveForm
from gardens.letters.of_sharing import contact
from gardens.models import SharingAgreement, Side, Tenancy
from gardens.queries.sharing import waiting_change
from gardens.refusals import AgreementOverError, ChangeStandsError, TenancyOverError
from gardens.rules.sharing import asks_to_go_on
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404, tenancy_or_404
from gardens.words_sharing import full_name


@never_cache
@require_safe
def sharing(request: HttpRequest, token: str) -> HttpResponse:
    """The agreement, to read and to print, and what can be done with it."""
    tenancy = tenancy_or_404(token)
    agreement = queries.agreement_of(tenancy)
    if agreement is None:
        raise Http404
    side = agreement.side_of(tenancy)
    partner = agreement.partner_of(tenancy)
    context = {
        **_context(tenancy, agreement),
        "contact": contact(partner) if agreement.is_living else "",
        "host": full_name(agreement.host),
        "guest": full_name(agreement.guest),
        "change": waiting_change(agreement) if agreement.is_living else None,
        "asks": agreement.state == SharingAgreement.State.TRIAL
        and asks_to_go_on(trial_until=agreement.trial_until, day=timezone.localdate()),
        "stays": agreement.stays(side),
        "partner_stays": agreement.stays(side.other),
        "left": agreement.left_by_id == tenancy.pk,
        "is_guest": side == Side.GUEST,
        "crumbs": plot_crumbs(tenancy, _("Notre accord")),
    }
    return render(request, "gardens/sharing.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, token: str) -> HttpResponse:
    """Propose other words for the agreement."""
    tenancy, agreement = _living_or_404(token)
    words = {"shares": agreement.shares, "duties": agreement.duties}
    form = AgreementForm(request.POST or None, initial=words)
    if request.method == "POST" and form.is_valid():
        try:
            if actions.amend_agreement(token=token, **form.cleaned_data):
                messages.success(request, _("C’est envoyé. Ces mots comptent dès un oui en face."))
        except ChangeStandsError:
            messages.error(request, _("L’autre foyer a proposé des mots : répondez-lui d’abord."))
        except AgreementOverError:
            pass  # the page says that it is over
        return redirect("gardens:sharing", token=token)
    context = _context(tenancy, agreement) | {
        "form": form,
        "crumbs": plot_crumbs(tenancy, _("Récrire notre accord")),
    }
    return render(
        request, "gardens/sharing_amend.html", context, status=422 if form.errors else 200
    )


@never_cache
@require_POST
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm the other's words, or keep the old ones."""
    _living_or_404(token)
    change_id, _dot, said = request.POST.get("answer", "").partition("-")
    if not change_id.isdecimal() or said not in ("yes", "no"):
        raise Http404
    with suppress(AgreementOverError):  # meanwhile; the page says so
        actions.answer_change(token=token, change_id=int(change_id), agrees=said == "yes")
    return redirect("gardens:sharing", token=token)


@never_cache
@require_POST
def keep_on(request: HttpRequest, token: str) -> HttpResponse:
    """Go on after the trial."""
    _living_or_404(token)
    with suppress(AgreementOverError):
        _say_kept_on(request, actions.keep_on(token=token))
    return redirect("gardens:sharing", token=token)


def _say_kept_on(request: HttpRequest, agreement: SharingAgreement) -> None:
    if agreement.state == SharingAgreement.State.LASTING:
        messages.success(request, _("Les deux foyers continuent. Bonne saison !"))
    else:
        messages.success(request, _("C’est noté. L’autre foyer répond de son côté."))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Asks once, with what follows in words."""
    tenancy, agreement = _living_or_404(token)
    is_guest_on_trial = (
        agreement.state == SharingAgreement.State.TRIAL and agreement.side_of(tenancy) == Side.GUEST
    )
    form = LeaveForm(request.POST or None) if is_guest_on_trial else None
    if request.method == "POST":
        back = bool(form and form.is_valid() and form.cleaned_data["back_in_line"])
        with suppress(AgreementOverError):
            actions.leave_sharing(token=token, back_in_line=back)
        return redirect("gardens:sharing", token=token)
    context = _context(tenancy, agreement) | {
        "form": form,
        "is_guest": agreement.side_of(tenancy) == Side.GUEST,
        "crumbs": plot_crumbs(tenancy, _("Rendre ma part")),
    }
    return render(request, "gardens/sharing_leave.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, token: str) -> HttpResponse:
    """Call the committee to talk it over."""
    tenancy, agreement = _living_or_404(token)
    form = CallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with suppress(AgreementOverError):
            actions.ask_for_talk(token=token, words=form.cleaned_data["words"])
            messages.success(request, _("L’équipe est prévenue, elle appelle les deux foyers."))
        return redirect("gardens:sharing", token=token)
    context = _context(tenancy, agreement) | {
        "form": form,
        "crumbs": plot_crumbs(tenancy, _("Appeler l’équipe")),
    }
    return render(request, "gardens/sharing_call.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def whole(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the whole plot, once the other left."""
    open_tenancy_or_404(token)
    try:
        actions.ask_whole_plot(token=token)
    except (AgreementOverError, TenancyOverError) as refused:
        raise Http404 from refused
    messages.success(request, _("C’est demandé. L’équipe décide et vous écrit."))
    return redirect("gardens:sharing", token=token)


def _living_or_404(token: str) -> tuple[Tenancy, SharingAgreement]:
    tenancy = open_tenancy_or_404(token)
    agreement = queries.agreement_of(tenancy)
    if agreement is None or not agreement.is_living:
        raise Http404
    return tenancy, agreement


def _context(tenancy: Tenancy, agreement: SharingAgreement) -> dict[str, object]:
    return {
        "tenancy": tenancy,
        "garden": tenancy.plot.garden,
        "agreement": agreement,
        "partner": full_name(agreement.partner_of(tenancy)),
    }
