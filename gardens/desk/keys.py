"""One key: who has it, through whose hands it went, and the verb that passes it on."""

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commons.people.models import Person
from gardens import actions, queries
from gardens.desk.things import passings_of
from gardens.models import Key, Tenancy
from gardens.views.refused import telling

CHANGE_KEYS = "gardens.change_key"
SHOWN = 30


class HouseholdChoice(forms.ModelChoiceField):
    """Known by their household: the number of the plot says less."""

    def label_from_instance(self, tenancy: Tenancy) -> str:
        return tenancy.household.name


class PassForm(forms.Form):
    taker = HouseholdChoice(
        label=gettext_lazy("Qui l’a maintenant ?"),
        queryset=Tenancy.objects.none(),
        required=False,
        empty_label=gettext_lazy("L’équipe du jardin"),
        help_text=gettext_lazy("Le foyer qui l’avait reçoit un message."),
    )


class KeyView(WagtailAdminTemplateMixin, FormView):
    """Its passings, the latest first."""

    template_name = "gardens/desk/key.html"
    form_class = PassForm
    header_icon = "key"
    kwargs: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(CHANGE_KEYS):
            raise PermissionDenied
        keys = Key.objects.select_related("garden", "holder__household")
        self.key = get_object_or_404(keys, pk=self.kwargs["key_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        there = queries.gardeners(self.key.garden_id, on=timezone.localdate())
        form.fields["taker"].queryset = there.order_by("household__name")
        return form

    def get_initial(self) -> dict[str, Any]:
        return {"taker": self.key.holder_id}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        taker = form.cleaned_data["taker"]
        with telling(self.request, _("C’est noté au journal de la clé.")):
            actions.pass_key(
                key_id=self.key.pk,
                taker_id=taker.pk if taker else None,
                by=cast(Person, self.request.user),
            )
        return redirect(passings_of(self.key))

    def get_page_title(self) -> str:
        return self.key.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        keys = reverse("wagtailsnippets_gardens_key:list")
        return [
            *self.breadcrumbs_items,
            {"url": keys, "label": _("Clés")},
            {"url": "", "label": self.key.name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        passings = self.key.handovers.select_related("giver__household", "taker__household", "by")
        return super().get_context_data(
            key=self.key,
            passings=passings[:SHOWN],
            back_url=reverse("wagtailsnippets_gardens_key:list"),
            **kwargs,
        )
