"""What the lists of gardens and of plots offer beside each row."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from gardens.desk.drawing import CHANGE_PLOTS, screen_of
from gardens.models import Garden, Plot


def buttons_of(row: Any, user: Any) -> list[Button]:
    """For a garden its plan and its labels; for a plot what is done to it."""
    if not isinstance(row, Garden | Plot) or not user.has_perm(CHANGE_PLOTS):
        return []
    if isinstance(row, Garden):
        return [
            _button(_("Dessiner le plan"), screen_of(row), icon="edit"),
            _button(_("Plan à imprimer"), reverse("gardens:plan", args=[row.slug]), icon="print"),
            _button(_("Étiquettes à imprimer"), reverse("gardens_plan:labels", args=[row.pk])),
        ]
    return [
        _button(_("Diviser"), reverse("gardens_plan:split", args=[row.pk]), icon="cut"),
        _button(_("Réunir à une autre"), reverse("gardens_plan:merge", args=[row.pk])),
        _button(_("Retirer"), reverse("gardens_plan:retire", args=[row.pk]), icon="cross"),
    ]


def _button(label: str, url: str, *, icon: str = "tag") -> Button:
    return Button(label, url=url, icon_name=icon, priority=30)


class PlanColumn(Column):
    """The way to the plan of a garden."""

    cell_template_name = "gardens/desk/plan_cell.html"

    def get_cell_context_data(self, instance: Garden, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["plan_url"] = screen_of(instance)
        context["may_draw"] = parent_context["request"].user.has_perm(CHANGE_PLOTS)
        return context
