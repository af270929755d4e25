"""The board of a garden, for whoever holds a plot's link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from gardens import actions, queries
from gardens.forms import NoticeForm, ReportForm
from gardens.models import Notice
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import open_tenancy_or_404
from gardens.views.refused import telling


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest, token: str) -> HttpResponse:
    """What hangs, and a short form to hang something."""
    tenancy = open_tenancy_or_404(token)
    today = timezone.localdate()
    form = NoticeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with telling(request, _("Votre annonce est affichée.")):
            actions.post_notice(
                garden_id=tenancy.plot.garden_id, tenancy=tenancy, **form.cleaned_data
            )
        return redirect("gardens:notices", token)
    context = {
        "tenancy": tenancy,
        "garden": tenancy.plot.garden,
        "notices": queries.notices_up(tenancy.plot.garden_id, on=today),
        "form": form,
        "digest": queries.wishes_of(tenancy).weekly_digest,
        "crumbs": plot_crumbs(tenancy, _("Les annonces")),
    }
    return render(request, "gardens/notices.html", context, status=422 if form.errors else 200)


@require_POST
def take_down(request: HttpRequest, token: str, notice_id: int) -> HttpResponse:
    """One's own notice."""
    tenancy = open_tenancy_or_404(token)
    get_object_or_404(Notice, pk=notice_id, tenancy=tenancy)
    with telling(request, _("Votre annonce est retirée.")):
        actions.take_down(notice_id=notice_id, tenancy_id=tenancy.pk)
    return redirect("gardens:notices", token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, token: str, notice_id: int) -> HttpResponse:
    """Tell the committee, and nobody else."""
    tenancy = open_tenancy_or_404(token)
    notice = get_object_or_404(
        Notice, pk=notice_id, garden=tenancy.plot.garden_id, removed_at__isnull=True
    )
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(request, _("L’équipe du jardin est prévenue, et elle seule.")):
            actions.report_notice(
                notice_id=notice_id, tenancy_id=tenancy.pk, because=form.cleaned_data["because"]
            )
        return redirect("gardens:notices", token)
    context = {
        "notice": notice,
        "form": form,
        "garden": tenancy.plot.garden,
        "tenancy": tenancy,
        "crumbs": plot_crumbs(tenancy, _("Signaler")),
    }
    return render(
        request, "gardens/report_notice.html", context, status=422 if form.errors else 200
    )
