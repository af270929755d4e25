"""Labels for the stakes of a garden: a number to read from the path, and a code to the plot's page."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from commons.codes import drawn
from gardens.desk.drawing import OneGarden
from gardens.models import Plot

A_DAY = 24 * 3600
EACH_SHEET = 8
MOST_AT_ONCE = 5 * EACH_SHEET  # a code takes a while to draw; more come on the next page


@dataclass(frozen=True, kw_only=True)
class Label:
    plot: Plot
    side: int
    path: str


class LabelsView(OneGarden, TemplateView):
    """Sheets to print; without a choice, the first plots of the garden."""

    permission = "gardens.view_plot"
    template_name = "gardens/desk/labels.html"

    def get_page_title(self) -> str:
        return _("Les étiquettes des piquets")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plots = list(Plot.objects.current().filter(garden=self.garden).order_by("number"))
        for plot in plots:
            plot.garden = self.garden
        asked = {n for n in self.request.GET.getlist("parcelle") if n.isdecimal()}
        chosen = [plot for plot in plots if str(plot.number) in asked] or plots
        return super().get_context_data(
            **kwargs,
            garden=self.garden,
            plots=plots,
            chosen={plot.pk for plot in chosen[:MOST_AT_ONCE]},
            left_out=max(0, len(chosen) - MOST_AT_ONCE),
            labels=[_label(plot) for plot in chosen[:MOST_AT_ONCE]],
        )


def _label(plot: Plot) -> Label:
    with translation.override(settings.LANGUAGE_CODE):  # who scans it may not read as we do
        address = settings.SITE_URL + plot.get_absolute_url()
    key = f"gardens.label:{address}"
    side, path = cache.get_or_set(key, lambda: drawn(address), A_DAY) or drawn(address)
    return Label(plot=plot, side=side, path=path)
