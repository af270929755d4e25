"""A surface noted by hand that is far from the drawing is kept, and said: one of the two is a slip."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _
from wagtail.snippets.views import snippets

from commons.cms.desk import EditView
from commons.cms.spoken import say_quantity
from gardens.rules.shapes import is_far, surface_of


class SaysWhenFar:
    """A form of a plot that, once kept, looks at its surface."""

    object: Any
    request: Any

    def save_action(self) -> Any:
        answer = super().save_action()  # type: ignore[misc]
        drawn = surface_of(self.object.outline)
        if is_far(self.object.surface_m2, drawn):
            said = {
                "noted": say_quantity(self.object.surface_m2, "m²"),
                "drawn": say_quantity(drawn, "m²"),
            }
            messages.warning(
                self.request,
                _(
                    "Surface notée : %(noted)s ; dessinée : %(drawn)s. Est-ce voulu ? "
                    "Videz le champ pour prendre celle du plan."
                )
                % said,
            )
        return answer


class PlotEditView(SaysWhenFar, EditView):
    pass


class PlotCreateView(SaysWhenFar, snippets.CreateView):
    pass
