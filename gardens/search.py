"""Gardens and plant sheets, as the site's search finds them."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Window
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from commons.cms.spoken import say_months
from commons.finding.found import Finds, Found, Wanted
from commons.finding.matching import matching
from commons.plants.models import Plant
from gardens.models import GardenPage
from gardens.queries import plots_standing
from gardens.rules.standing import Standing


def find_gardens(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """Gardens whose story or names match, told in the reader's language."""
    pages = (
        matching(GardenPage, wanted)
        .filter(live=True, locale__language_code=get_language() or "fr")
        .annotate(total=Window(Count("*")))
        .select_related("garden__place", "locale")[start : start + limit]
    )
    free = _free_plots([page.garden_id for page in pages], at=at)
    return Finds(
        items=[
            Found(
                title=page.title,
                url=page.get_url() or "",
                trade="gardens",
                pictogram=page.pictogram or "arrosoir",
                context=f"{page.garden.place.address} · {_say_free(free[page.garden_id])}",
            )
            for page in pages
        ],
        total=pages[0].total if pages else 0,
    )


def _free_plots(garden_ids: Collection[int], *, at: datetime) -> Counter[int]:
    plots = plots_standing(at=at).filter(garden__in=garden_ids)
    return Counter(plot.garden_id for plot in plots if plot.standing == Standing.FREE)


def _say_free(plots: int) -> str:
    if not plots:
        return _("toutes les parcelles sont cultivées : on entre dans la liste")
    return ngettext("%(plots)d parcelle libre", "%(plots)d parcelles libres", plots) % {
        "plots": plots
    }


def find_plants(wanted: Wanted, *, at: datetime, start: int = 0, limit: int) -> Finds:
    """Plant sheets by their names; ``at`` is not needed, for a year comes back."""
    plants = matching(Plant, wanted).annotate(total=Window(Count("*")))[start : start + limit]
    return Finds(
        items=[
            Found(
                title=str(capfirst(plant.name)),
                url=reverse("gardens:plant", args=[plant.slug]),
                trade="gardens",
                pictogram=plant.slug,
                context=_say_year(plant),
            )
            for plant in plants
        ],
        total=plants[0].total if plants else 0,
    )


def _say_year(plant: Plant) -> str:
    if plant.season:
        return _("De saison %(months)s") % {"months": say_months(plant.season)}
    if plant.harvest:
        return _("Se récolte %(months)s") % {"months": say_months(plant.harvest)}
    return _("Fiche plante")
