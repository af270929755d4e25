"""The plan as the day's page shows it, drawn once for everybody until something on it moves."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from market.plans.drawing import draw
from market.plans.floor import Floor

KEPT = 64


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Two are the same when every pitch, stall, link and landmark is: nothing kept can be out of date."""

    drawn: tuple[Any, ...]
    language: str
    floor: Floor = field(compare=False)


def draw_sheet(floor: Floor) -> SafeString:
    """The plan and the list that says the same."""
    spots = (
        (*_shape(spot.pitch), spot.producer_id, spot.name, spot.pictogram, spot.url, spot.is_sought)
        for spot in floor.spots
    )
    drawn = (floor.market_day.date, *spots, *map(_shape, floor.landmarks))
    return _drawn(Sheet(drawn=drawn, language=get_language(), floor=floor))


@lru_cache(maxsize=KEPT)
def _drawn(sheet: Sheet) -> SafeString:
    context = {"plan": draw(sheet.floor), "floor": sheet.floor}
    return render_to_string("market/plan_sheet.html", context)


def _shape(row: Any) -> tuple[Any, ...]:
    return tuple(row.__dict__.get(column.attname) for column in row._meta.concrete_fields)
