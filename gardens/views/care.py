"""The path of care, for the household whose plot it is: what was written, and its answer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gardens import actions, queries
from gardens.forms import AnswerForm
from gardens.views.crumbs import plot_crumbs
from gardens.views.plots import tenancy_or_404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, token: str, case_id: int) -> HttpResponse:
    """The steps so far, the newest first, and a few words in answer to the last."""
    tenancy = tenancy_or_404(token)
    shown = queries.case_of(tenancy, case_id)
    if shown is None:
        raise Http404
    shown.tenancy = tenancy
    steps = list(reversed(shown.steps.all()))
    form = AnswerForm(request.POST or None, initial={"answer": steps[0].answer})
    if request.method == "POST" and form.is_valid():
        kept = actions.answer_step(case_id=case_id, token=token, words=form.cleaned_data["answer"])
        if kept:
            messages.success(request, _("Merci. Quelqu’un de l’équipe vous lit avant toute suite."))
        return redirect(shown)
    context = {
        "case": shown,
        "steps": steps,
        "form": form,
        "tenancy": tenancy,
        "garden": tenancy.plot.garden,
        "crumbs": plot_crumbs(tenancy, _("Des nouvelles de la parcelle")),
    }
    return render(request, "gardens/care.html", context, status=422 if form.errors else 200)
