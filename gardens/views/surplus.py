"""A surplus for the hall's solidarity baskets: announced, brought, or taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from gardens import actions
from gardens.forms import BringForm, SurplusForm
from gardens.models import Surplus
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: HttpRequest, token: str) -> HttpResponse:
    """The form; ``?plante=`` is the plant one comes from."""
    tenancy = open_tenancy_or_404(token)
    initial = {"plante": request.GET.get("plante", ""), "on": timezone.localdate()}
    form = SurplusForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.announce_surplus(
            tenancy_id=tenancy.pk,
            form_key=given["form_key"],
            on=given["on"],
            how_much=given["how_much"],
            words=given["words"],
            **form.named,
        )
        messages.success(
            request,
            _("C’est annoncé à la halle. Apportez-le au stand solidaire, puis dites-le ici."),
        )
        return redirect(tenancy.get_absolute_url())
    title = _("Un surplus à partager")
    context = {
        "tenancy": tenancy,
        "title": title,
        "form": form,
        "crumbs": plot_crumbs(tenancy, title),
    }
    return render(request, "gardens/surplus.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, token: str, surplus_id: int) -> HttpResponse:
    """What it weighed, once it is in the baskets."""
    tenancy = open_tenancy_or_404(token)
    own = Surplus.objects.of(tenancy).filter(state=Surplus.State.ANNOUNCED)
    surplus = get_object_or_404(own, pk=surplus_id)
    form = BringForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.bring_surplus(
            tenancy_id=tenancy.pk,
            surplus_id=surplus.pk,
            on=timezone.localdate(),
            **form.cleaned_data,
        )
        messages.success(request, _("Merci ! C’est dans votre carnet et dans les comptes du lieu."))
        return redirect(tenancy.get_absolute_url())
    title = _("Apporté à la halle")
    context = {
        "tenancy": tenancy,
        "title": title,
        "surplus": surplus,
        "form": form,
        "crumbs": plot_crumbs(tenancy, title),
    }
    return render(request, "gardens/bring.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def withdraw(request: HttpRequest, token: str, surplus_id: int) -> HttpResponse:
    """Take an announcement back."""
    tenancy = open_tenancy_or_404(token)
    get_object_or_404(Surplus, tenancy=tenancy, pk=surplus_id)
    actions.withdraw_surplus(tenancy_id=tenancy.pk, surplus_id=surplus_id)
    messages.success(request, _("L’annonce est retirée."))
    return redirect(tenancy.get_absolute_url())
