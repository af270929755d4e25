"""The waiting list, as the committee reads it."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from commons.cms.desk import DeskViewSet, ReadOnlyPolicy
from gardens.models import PlotRequest


class WaitingListDesk(DeskViewSet):
    """Those who wait, in the order of the published criteria, each with their rank."""

    model = PlotRequest
    icon = "group"
    menu_label = _("Liste d’attente")
    list_display = [
        "name",
        Column("rank", label=_("rang")),
        "garden",
        "asked_at",
        "household_size",
        "wish",
        "raised_bed",
    ]
    list_filter = ["garden", "wish", "raised_bed"]
    ordering = ["garden", "asked_at", "pk"]
    inspect_view_enabled = True
    inspect_view_fields = [
        "garden",
        "name",
        "email",
        "phone",
        "household_size",
        "wish",
        "raised_bed",
        "note",
        "asked_at",
    ]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[PlotRequest]:
        return PlotRequest.objects.waiting().select_related("garden").with_rank()
