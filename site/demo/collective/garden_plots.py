"""What the plots of the two gardens were and are: their soil, their seasons, the plots they came from."""

from datetime import date, datetime

from django.utils import timezone

from commons.drawing import rectangle
from commons.people.models import Person
from demo.collective import illustrated
from gardens.models import Garden, Plot, PlotChange, PlotPicture
from gardens.plot_history import note
from gardens.rules.shapes import surface_of

Soil = Plot.Soil

# Garden, number: the soil, and what it asks for in French and in English.
SOILS = {
    ("lavandieres", 1): (Soil.SILT, "", ""),
    ("lavandieres", 2): (Soil.SILT, "", ""),
    ("lavandieres", 3): (Soil.RICH, "Fumée à l’automne : prête à semer.", "Manured last autumn: ready to sow."),
    ("lavandieres", 4): (Soil.SILT, "", ""),
    ("lavandieres", 7): (Soil.SAND, "Sèche vite : paillez dès mai.", "Dries fast: mulch from May."),
    ("lavandieres", 8): (Soil.SAND, "", ""),
    ("lavandieres", 9): (Soil.SILT, "Trois seaux de compost par mètre carré chaque mars.", "Three buckets of compost per square metre each March."),
    ("lavandieres", 10): (Soil.RICH, "", ""),
    ("lavandieres", 11): (Soil.SILT, "", ""),
    ("lavandieres", 13): (Soil.RICH, "Terre rapportée, 60 cm : elle demande de l’eau chaque jour d’été.", "Brought-in soil, 60 cm: it wants water every summer day."),
    ("lavandieres", 14): (Soil.RICH, "Terre rapportée, 60 cm : elle demande de l’eau chaque jour d’été.", "Brought-in soil, 60 cm: it wants water every summer day."),
    ("lavandieres", 17): (Soil.CLAY, "Colle après la pluie : marchez sur la planche.", "Sticks after rain: walk on the board."),
    ("lavandieres", 18): (Soil.CLAY, "Colle après la pluie : marchez sur la planche.", "Sticks after rain: walk on the board."),
    ("fournil", 1): (Soil.STONY, "Les cailloux gardent la chaleur : bonne à melons.", "The stones keep the heat: good for melons."),
    ("fournil", 2): (Soil.STONY, "", ""),
    ("fournil", 4): (Soil.STONY, "", ""),
    ("fournil", 6): (Soil.CLAY, "", ""),
    ("fournil", 8): (Soil.STONY, "", ""),
}  # fmt: skip

# The month and day of a picture of plot 9, the picture, its caption in French and in English.
SEASONS = (
    (1, 18, "plot-winter", "Sous la paille, la terre dort ; les poireaux veillent.", "Under the straw the soil sleeps; the leeks keep watch."),
    (4, 20, "plot-spring", "Trois rangs, trois foyers : radis, salades, fèves.", "Three rows, three households: radishes, salads, broad beans."),
    (7, 16, "plot-summer", "Les tomates au fond, les laitues à leur ombre.", "Tomatoes at the back, lettuces in their shade."),
    (10, 9, "plot-autumn", "Onze courges, dont quatre pour le panier suspendu.", "Eleven squashes, four of them for the suspended basket."),
)  # fmt: skip
WHY_JOINED = "Deux foyers partaient la même année ; trois attendaient, d’accord pour partager."
WHY_DIVIDED = "Trop grande pour une personne seule : la moitié suffit, l’autre a trouvé preneur."


def lay(*, now: datetime) -> None:
    """Once: what people change since stays."""
    garden = Garden.objects.get(slug="lavandieres")
    if garden.changes.exclude(kind=PlotChange.Kind.DRAWN).exists():
        return
    for (slug, number), (soil, french, english) in SOILS.items():
        Plot.objects.filter(garden__slug=slug, number=number, retired_on=None).update(
            soil=soil, soil_note=french, soil_note_en=english
        )
    year = timezone.localdate(now).year
    joined = _join(garden, on=date(year - 2, 3, 4))
    _divide(garden, on=date(year - 1, 11, 12))
    _hang(joined, until=timezone.localdate(now))


def _coordinator() -> Person | None:
    return Person.objects.filter(groups__name="Jardins").first()


def _join(garden: Garden, *, on: date) -> Plot:
    """Plot 9 is two plots of old, with the path between them."""
    whole = garden.plots.get(number=9, retired_on=None)
    before = [
        _of_old(garden, number=9, corners=rectangle(182, 64, 46, 40), until=on),
        _of_old(garden, number=19, corners=rectangle(234, 64, 46, 40), until=on),
    ]
    _note(garden, PlotChange.Kind.MERGED, on=on, words=WHY_JOINED, before=before, after=[whole])
    return whole


def _divide(garden: Garden, *, on: date) -> None:
    """Plots 17 and 18 were one."""
    corners = rectangle(182, 184, 108, 36)
    before = [_of_old(garden, number=17, corners=corners, until=on)]
    after = list(garden.plots.filter(number__in=(17, 18), retired_on=None))
    _note(garden, PlotChange.Kind.SPLIT, on=on, words=WHY_DIVIDED, before=before, after=after)


def _of_old(garden: Garden, *, number: int, corners: list[list[float]], until: date) -> Plot:
    return Plot.objects.create(
        garden=garden,
        number=number,
        outline=corners,
        surface_m2=surface_of(corners),
        soil=Soil.SILT,
        retired_on=until,
    )


def _note(
    garden: Garden,
    kind: PlotChange.Kind,
    *,
    on: date,
    words: str,
    before: list[Plot],
    after: list[Plot],
) -> None:
    at = timezone.make_aware(datetime(on.year, on.month, on.day, 18, 30))  # noqa: DTZ001 (aware next)
    note(garden, kind, by=_coordinator(), now=at, on=on, words=words, sources=before, results=after)


def _hang(plot: Plot, *, until: date) -> None:
    """Its last four seasons, and its first spring in one piece."""
    first = (
        "plot-joined",
        "Le premier printemps : une planche remplace l’allée.",
        "The first spring: a board where the path was.",
    )
    days = [
        (date(year, month, day), picture, french, english)
        for year in (until.year - 1, until.year)
        for month, day, picture, french, english in SEASONS
    ]
    past = [taken for taken in days if taken[0] <= until][-len(SEASONS) :]
    for taken_on, picture, french, english in [(date(until.year - 2, 4, 11), *first), *past]:
        PlotPicture.objects.create(
            plot=plot,
            picture=illustrated.picture(picture),
            taken_on=taken_on,
            words=french,
            words_en=english,
        )
