"""Who stands where on a market day, as the plan and its list tell it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from market.models import Landmark, MarketDay, Pitch


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A pitch and, when a stall stands on it that day, whose it is and where its link leads."""

    pitch: Pitch
    producer_id: int | None = None
    name: str = ""
    pictogram: str = ""
    url: str = ""
    is_sought: bool = False  # the one that the page is about

    @property
    def words(self) -> str:
        """ "Étal 4, Le Fournil du Lavoir": the link, for whoever does not see the plan."""
        return _("Étal %(number)s, %(name)s") % {"number": self.pitch.number, "name": self.name}

    @property
    def remarks(self) -> list[str]:
        """What helps to find it, or to come up to it."""
        pitch = self.pitch
        notes = [pitch.get_kind_display()] if pitch.kind != Pitch.Kind.INSIDE else []
        return [*notes, _("facile en fauteuil")] if pitch.wheelchair_friendly else notes


@dataclass(frozen=True, kw_only=True)
class Floor:
    """The hall on a day: every pitch in the order of the numbers, and what stands among them."""

    market_day: MarketDay
    spots: list[Spot]
    landmarks: list[Landmark]

    @property
    def held(self) -> list[Spot]:
        return [spot for spot in self.spots if spot.producer_id]

    @property
    def pitches(self) -> dict[int, int]:
        """The number of each producer's pitch."""
        return {spot.producer_id: spot.pitch.number for spot in self.spots if spot.producer_id}

    @property
    def sought(self) -> Spot | None:
        return next((spot for spot in self.spots if spot.is_sought), None)

    @property
    def empty_words(self) -> str:
        """ "Libres ce jour-là : 9 et 12.", or nothing in a full hall."""
        numbers = [str(spot.pitch.number) for spot in self.spots if not spot.producer_id]
        if not numbers:
            return ""
        return ngettext(
            "Libre ce jour-là : l’emplacement %(numbers)s.",
            "Libres ce jour-là : les emplacements %(numbers)s.",
            len(numbers),
        ) % {"numbers": ", ".join(numbers)}


def floor_of(
    market_day: MarketDay,
    *,
    here: Collection[int] = (),
    on_sale: Collection[str] = (),
    sought: int | None = None,
) -> Floor:
    """Two queries, however large the hall.

    A link leads down the same page to a producer of ``here``, to the day's stall for ``sought`` and for
    those who have something ``on_sale`` (by slug), and to the producer's own page for the others.
    """
    return Floor(
        market_day=market_day,
        spots=[
            _spot(row, market_day=market_day, here=here, on_sale=on_sale, sought=sought)
            for row in _pitches(market_day)
        ],
        landmarks=list(Landmark.objects.filter(place=market_day.place_id).order_by("pk")),
    )


def _pitches(market_day: MarketDay) -> list[Pitch]:
    rows = Pitch.objects.filter(place=market_day.place_id).annotate(
        held=FilteredRelation("stalls", condition=Q(stalls__market_day=market_day)),
        producer_id=F("held__producer_id"),
        producer_name=F("held__producer__name"),
        producer_slug=F("held__producer__slug"),
        producer_pictogram=F("held__producer__pictogram"),
    )
    return list(rows.order_by("number"))


def _spot(
    row: Pitch,
    *,
    market_day: MarketDay,
    here: Collection[int],
    on_sale: Collection[str],
    sought: int | None,
) -> Spot:
    found: Mapping[str, object] = vars(row)  # annotations: mypy knows the fields only
    producer_id = found["producer_id"]
    if not isinstance(producer_id, int):
        return Spot(pitch=row)
    slug = str(found["producer_slug"])
    if producer_id in here:
        url = f"#etal-{slug}"
    elif producer_id == sought:
        url = f"{market_day.get_absolute_url()}?chez={slug}#etal-{slug}"
    elif slug in on_sale:
        url = f"?chez={slug}#etal-{slug}"
    else:
        url = reverse("market:producer", args=[slug])
    return Spot(
        pitch=row,
        producer_id=producer_id,
        name=str(found["producer_name"]),
        pictogram=str(found["producer_pictogram"]) or "panier",
        url=url,
        is_sought=producer_id == sought,
    )
