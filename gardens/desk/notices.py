"""One notice: read it as its readers do, mail it to the garden, or take it down with a reason."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from gardens import actions, queries
from gardens.desk.things import CHANGE_NOTICES, screen_of
from gardens.models import Notice
from gardens.views.refused import telling


class RemoveForm(forms.Form):
    because = forms.CharField(
        label=gettext_lazy("Pourquoi la retirer ?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Écrit au foyer qui l’a affichée, tel quel."),
    )


class NoticeView(WagtailAdminTemplateMixin, FormView):
    """Its verbs are buttons: send, keep, take down."""

    template_name = "gardens/desk/notice.html"
    form_class = RemoveForm
    header_icon = "comment"
    kwargs: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(CHANGE_NOTICES):
            raise PermissionDenied
        notices = Notice.objects.select_related("garden", "tenancy__household")
        self.notice = get_object_or_404(notices, pk=self.kwargs["notice_id"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "send" in request.POST:
            return self._send()
        if "keep" in request.POST:
            with telling(request, _("L’annonce reste, et le signalement est clos.")):
                actions.keep_notice(notice_id=self.notice.pk)
            return redirect(screen_of(self.notice))
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        with telling(self.request, _("L’annonce est retirée.")):
            actions.remove_notice(notice_id=self.notice.pk, **form.cleaned_data)
        return redirect(reverse("wagtailsnippets_gardens_notice:list"))

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _send(self) -> HttpResponse:
        with telling(self.request):
            count = actions.mail_notice(notice_id=self.notice.pk)
            messages.success(self.request, self._reaches(count))
        return redirect(screen_of(self.notice))

    def _reaches(self, count: int) -> str:
        return ngettext(
            "%(count)d foyer la reçoit, sans voir d’autre adresse que la sienne.",
            "%(count)d foyers la reçoivent, sans voir d’autre adresse que la leur.",
            count,
        ) % {"count": count}

    def get_page_title(self) -> str:
        return self.notice.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        notices = reverse("wagtailsnippets_gardens_notice:list")
        return [
            *self.breadcrumbs_items,
            {"url": notices, "label": _("Annonces")},
            {"url": "", "label": self.notice.title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        there = queries.gardeners(self.notice.garden_id, on=today).count()
        reached = queries.reachable(self.notice.garden_id, on=today).count()
        return super().get_context_data(
            notice=self.notice,
            may_send=not self.notice.tenancy_id
            and not self.notice.mailed_at
            and not self.notice.removed_at
            and self.notice.until >= today,
            reaches=self._reaches(reached),
            unreached=there - reached,
            back_url=reverse("wagtailsnippets_gardens_notice:list"),
            **kwargs,
        )
