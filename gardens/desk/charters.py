"""The versions of a garden's charter, and who signed which."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

from commons.cms.desk import DeskViewSet, EditView, ReadOnlyPolicy
from gardens.desk import help as desk_help
from gardens.models import Charter, Signature


class SignedStays(EditView):
    """A version that somebody signed is read, never rewritten: its copy makes the next one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.signatures.exists():
            messages.info(
                request,
                _(
                    "Cette version est signée : elle reste comme elle est. Copiez-la pour la changer."
                ),
            )
            return redirect(self.get_inspect_url())
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class CharterDesk(DeskViewSet):
    """Drafts, the version in force, and those before it."""

    model = Charter
    icon = "doc-full-inverse"
    menu_label = gettext_lazy("Chartes")
    help_texts = desk_help.CHARTER
    edit_view_class = SignedStays
    inspect_view_enabled = True
    inspect_view_fields = ["garden", "in_force_on", "changes", "text", "text_en"]
    list_display = ["__str__", "changes", Column("signed", label=gettext_lazy("signatures"))]
    list_filter = ["garden"]
    panels = [
        FieldRowPanel([FieldPanel("garden"), FieldPanel("in_force_on")]),
        FieldPanel("changes"),
        FieldPanel("text"),
        FieldPanel("text_en"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Charter]:
        rows = Charter.objects.select_related("garden")
        return rows.annotate(signed=Count("signatures"))


class SignatureFilters(WagtailFilterSet):
    charter = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Charte"),
        queryset=Charter.objects.select_related("garden"),
        empty_label=gettext_lazy("toutes"),
    )

    class Meta:
        model = Signature
        fields = ["charter"]


class SignatureDesk(DeskViewSet):
    """Who signed what, when: read, never written here."""

    model = Signature
    icon = "edit"
    menu_label = gettext_lazy("Signatures")
    list_display = ["name", "tenancy", "charter", "signed_at"]
    filterset_class = SignatureFilters
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Signature]:
        return Signature.objects.select_related(
            "charter__garden", "tenancy__plot__garden", "tenancy__household"
        )
