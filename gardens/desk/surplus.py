"""What gardens offer to the solidarity baskets, as the hall reads it: never a household."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from commons.cms.desk import DeskViewSet, ReadOnlyPolicy
from gardens.models import Surplus


class SurplusDesk(DeskViewSet):
    """The soonest to be ready last; the household says itself when it has brought it."""

    model = Surplus
    icon = "download"
    menu_label = _("Surplus solidaires")
    list_display = [
        Column("title", label=_("plante")),
        "how_much",
        "on",
        Column("plot.garden", label=_("jardin")),
        "state",
    ]
    list_filter = ["state", "plot__garden"]
    inspect_view_enabled = True
    inspect_view_fields = ["plant", "other_name", "how_much", "on", "words", "state"]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Surplus]:
        return Surplus.objects.select_related("plant", "plot__garden")
