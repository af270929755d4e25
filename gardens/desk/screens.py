"""What the committee's own screens share: who may open them, and how they find their garden."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from gardens.models import Garden

SEE_BOARD = "gardens.view_tenancy"
DECIDE = "gardens.change_tenancy"
KEEP_SEASONS = "gardens.change_season"
SEE_FEES = "gardens.view_enrolment"
TAKE_FEES = "gardens.change_enrolment"
TAKE_CARE = "gardens.change_carecase"


class Door(MenuItem):
    """A line of the menu, for those who have a right."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        shown: bool = request.user.has_perm(self.permission)
        return shown


def doors() -> list[Door]:
    """The lines of the menu, before the tables."""
    return [
        Door(
            _("Tableau des parcelles"),
            reverse_lazy("gardens_desk:board"),
            icon_name="grip",
            order=-3,
            permission=SEE_BOARD,
        ),
        Door(
            _("Saisons"),
            reverse_lazy("gardens_desk:seasons"),
            icon_name="date",
            order=-1,
            permission=KEEP_SEASONS,
        ),
        Door(
            _("Cotisations"),
            reverse_lazy("gardens_desk:fees"),
            icon_name="clipboard-list",
            order=-1,
            permission=SEE_FEES,
        ),
        Door(
            _("Prises de nouvelles"),
            reverse_lazy("gardens_desk:cases"),
            icon_name="comment",
            order=-1,
            permission=TAKE_CARE,
        ),
    ]


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of the committee, for those who have its ``permission``."""

    permission = ""
    title: Any = ""
    header_icon = "site"
    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class GardenScreen(Screen):
    """One garden at a time: ``?garden=`` says which, the first one otherwise."""

    @cached_property
    def gardens(self) -> list[Garden]:
        return list(Garden.objects.all())

    @cached_property
    def garden(self) -> Garden | None:
        asked = self.request.GET.get("garden")
        first = self.gardens[0] if self.gardens else None
        return next((one for one in self.gardens if str(one.pk) == asked), first)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            gardens=self.gardens, garden=self.garden, title=self.title, **kwargs
        )
