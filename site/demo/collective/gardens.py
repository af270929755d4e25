"""Two gardens with their plans, thirty plots, who grows them and who waits."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone
from django.utils.text import slugify

from commons.cms.models import StoryPage
from commons.people.models import Household
from commons.places.models import Place
from demo.collective import places
from demo.collective.telling import Told, tell
from gardens.models import (
    Feature,
    Garden,
    GardenIndexPage,
    GardenPage,
    Plot,
    PlotRequest,
    Tenancy,
)
from gardens.outlines import rectangle

CRITERIA = (
    "La liste suit la date de demande. Une personne qui ne peut pas se baisser passe devant pour un bac "
    "surélevé. Qui accepte de partager n’attend que le premier coin libre."
)
CRITERIA_EN = (
    "The list follows the date of request. Someone who cannot bend down goes first for a raised bed. "
    "Whoever agrees to share waits only for the first free corner."
)

GARDENS = (
    {
        "name_fr": "Jardin des Rails",
        "name_en": "Rails garden",
        "slug": "rails",
        "place": places.RAILS,
        "climate": "Gelées jusqu’aux saints de glace, vent du nord dans l’allée, terre légère.",
        "climate_en": "Frosts until mid-May, north wind along the path, light soil.",
        "plan_width": 340,
        "plan_height": 222,
    },
    {
        "name_fr": "Jardin de la Cure",
        "name_en": "Cure garden",
        "slug": "cure",
        "place": places.CURE,
        "climate": "Trois semaines d’avance sur les Rails ; murs qui gardent la chaleur.",
        "climate_en": "Three weeks ahead of the Rails; walls that hold the warmth.",
        "plan_width": 236,
        "plan_height": 158,
    },
)

# Corners and sizes in decimetres: (kind, x, y, width, height).
FEATURES = {
    "rails": (
        ("hedge", 0, 0, 340, 7),
        ("path", 0, 86, 340, 12),
        ("shed", 266, 22, 60, 46),
        ("water", 262, 104, 18, 18),
        ("compost", 296, 104, 32, 22),
        ("tree", 268, 132, 56, 52),
        ("table", 176, 190, 44, 20),
        ("gate", 322, 84, 16, 16),
    ),
    "cure": (
        ("path", 0, 52, 236, 8),
        ("path", 0, 98, 236, 8),
        ("tree", 176, 106, 54, 48),
        ("water", 200, 20, 18, 18),
        ("compost", 190, 64, 30, 24),
        ("gate", 4, 140, 14, 14),
    ),
}

# Number: households that grow it. A plot not listed here is free.
HOLDERS = {
    "rails": {
        1: ("Foyer Abgrall",), 2: ("Foyer Benoist-Kaya",), 4: ("Foyer Cissé",),
        5: ("Foyer Delubac-Nunes", "Foyer Ferrero"), 6: ("Foyer Gaudry",), 7: ("Foyer Haddad",),
        8: ("Foyer Iriart",), 9: ("Foyer Jourdain", "Foyer Keïta"), 10: ("Foyer Lacombe",),
        11: ("Foyer Moreno",), 12: ("Foyer Nguyen",), 13: ("Foyer Ollier",), 15: ("Foyer Petit",),
        16: ("Foyer Quéré", "Foyer Rossi", "Foyer Sow"), 17: ("Foyer Tavernier",), 18: ("Foyer Urbain",),
    },
    "cure": {
        1: ("Foyer Vasseur",), 2: ("Foyer Wolff",), 3: ("Foyer Yilmaz", "Foyer Zeller"),
        4: ("Foyer Amrani",), 6: ("Foyer Bastide",), 7: ("Foyer Coulon",), 9: ("Foyer Darmon",),
    },
}  # fmt: skip

SHARED = {"rails": {5: 2, 9: 3, 12: 2, 16: 3}, "cure": {3: 2, 6: 2}}
COLLECTIVE = {"rails": {20}, "cure": {10}}
RAISED = {"rails": {18, 19}, "cure": {8}}

# Who waits: garden, name, people, wish, how many days ago they asked.
WAITING = (
    ("rails", "Camille Estève", 2, PlotRequest.Wish.EITHER, 96),
    ("rails", "Ahmed Slimani", 5, PlotRequest.Wish.ALONE, 61),
    ("rails", "Paulette Grand", 1, PlotRequest.Wish.SHARE, 33),
    ("cure", "Noé Lambert", 3, PlotRequest.Wish.EITHER, 54),
    ("cure", "Fatou Mbaye", 4, PlotRequest.Wish.ALONE, 12),
)

STORIES = {
    "rails": (
        Told(
            title="Le jardin des Rails",
            lead="Vingt parcelles le long de l’ancienne voie, une cabane d’aiguilleur et du thé le dimanche.",
            body=(
                "On y vient avec ses bottes ou ses questions. Les nouveaux commencent souvent par un coin de "
                "parcelle : la première saison, on regarde faire, on arrose à tour de rôle, on goûte.",
                "> La première année, j’ai surtout appris à attendre. — Ahmed, sur la liste",
            ),
        ),
        Told(
            title="The Rails garden",
            lead="Twenty plots along the old railway line, a signalman’s shed, and tea on Sundays.",
            body=(
                "Bring your boots or your questions. Newcomers often begin with the corner of a plot: for a "
                "season they watch, take their turn with the watering can, and taste.",
                "> The first year, mostly, I learned to wait. — Ahmed, on the list",
            ),
        ),
        StoryPage.Illustration.GARDEN,
    ),
    "cure": (
        Told(
            title="Le jardin de la Cure",
            lead="Dix carrés sur trois terrasses de pierre sèche, et un figuier pour tout le monde.",
            body=(
                "Ici l’eau se compte : on paille, on sème tôt, on plante serré. Le carré 10 est à tout le "
                "monde ; ce qui y pousse va aux paniers solidaires.",
            ),
        ),
        Told(
            title="The Cure garden",
            lead="Ten beds on three dry-stone terraces, and a fig tree for everyone.",
            body=(
                "Water is counted here: we mulch, sow early and plant close. Bed 10 belongs to everyone; what "
                "grows there goes to the solidarity baskets.",
            ),
        ),
        StoryPage.Illustration.COMPOST,
    ),
}


def load(now: datetime) -> None:
    """Gardens whole, when they are not there; what volunteers changed since is left alone."""
    for facts in GARDENS:
        slug = str(facts["slug"])
        if not Garden.objects.filter(slug=slug).exists():
            _garden(facts, now=now)
        fr, en, illustration = STORIES[slug]
        tell(
            GardenPage,
            under=GardenIndexPage,
            slug=slug,
            fr=fr,
            en=en,
            garden=Garden.objects.get(slug=slug),
            illustration=illustration,
        )
    for who in WAITING:
        _request(*who, now=now)


def _garden(facts: dict[str, object], *, now: datetime) -> None:
    garden = Garden.objects.create(
        **facts | {"place": Place.objects.get(name=facts["place"])},
        criteria=CRITERIA,
        criteria_en=CRITERIA_EN,
    )
    Feature.objects.bulk_create(
        Feature(garden=garden, kind=kind, x=x, y=y, width=width, height=height)
        for kind, x, y, width, height in FEATURES[garden.slug]
    )
    beds = _rails_beds() if garden.slug == "rails" else _cure_beds()
    for number, (x, y, width, height) in enumerate(beds, start=1):
        _plot(garden, number, box=(x, y, width, height), now=now)


def _rails_beds() -> Iterator[tuple[int, int, int, int]]:
    """Three rows of five, two beds and two raised ones, and the long one of everybody."""
    for y in (14, 50, 104):
        for column in range(5):
            yield 10 + column * 49, y, 43, 30
    yield 10, 140, 43, 30
    yield 59, 140, 43, 30
    yield 112, 144, 30, 20
    yield 152, 144, 30, 20
    yield 10, 180, 141, 32


def _cure_beds() -> Iterator[tuple[int, int, int, int]]:
    """Three terraces of four, three and three."""
    for y, columns in ((12, 4), (62, 3), (110, 3)):
        left, width = (24, 40) if columns == 4 else (24, 46)
        for column in range(columns):
            yield left + column * (width + 5), y, width, 34


def _plot(garden: Garden, number: int, *, box: tuple[int, int, int, int], now: datetime) -> None:
    collective = number in COLLECTIVE[garden.slug]
    parts = 0 if collective else SHARED[garden.slug].get(number, 1)
    kind = {0: Plot.Kind.COLLECTIVE, 1: Plot.Kind.INDIVIDUAL}.get(parts, Plot.Kind.SHARED)
    plot = Plot.objects.create(
        garden=garden,
        number=number,
        kind=kind,
        parts=parts,
        outline=rectangle(*box),
        surface_m2=Decimal(box[2] * box[3]) / 100,
        raised_bed=number in RAISED[garden.slug],
        sun=Plot.Sun.HALF if number % 4 == 0 else Plot.Sun.FULL,
    )
    held_since = timezone.localdate(now) - timedelta(days=200 + 17 * number)
    for part, name in enumerate(HOLDERS[garden.slug].get(number, ()), start=1):
        household, _created = Household.objects.get_or_create(name=name)
        Tenancy.objects.create(
            plot=plot,
            part=part,
            household=household,
            starts_on=held_since,
            state=Tenancy.State.CONFIRMED,
        )


def _request(
    slug: str, name: str, people: int, wish: PlotRequest.Wish, days_ago: int, *, now: datetime
) -> None:
    """Written as rows and not by ``request_plot``: nobody wants five old acknowledgements mailed."""
    garden = Garden.objects.get(slug=slug)
    email = f"{slugify(name)}@exemple.example"
    PlotRequest.objects.get_or_create(
        garden=garden,
        form_key=uuid5(NAMESPACE_URL, f"{slug}/{email}"),
        defaults={
            "name": name,
            "email": email,
            "household_size": people,
            "wish": wish,
            "asked_at": now - timedelta(days=days_ago),
        },
    )
