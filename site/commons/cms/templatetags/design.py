"""Tags and filters of the design system: pictograms, and values said as people say them.

Empty values (`None`, "") give "": a template never has to guard them.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from commons import codes
from commons.cms import spoken

register = template.Library()

GENERIC_PICTOGRAM = "semis"


@cache
def read_pictogram(slug: str) -> str:
    """The drawing inside static/pictograms/<slug>.svg; that of a seedling for a plant nobody drew yet."""
    path = finders.find(f"pictograms/{slug}.svg")
    if path is None:
        return read_pictogram(GENERIC_PICTOGRAM)
    svg = Path(path).read_text(encoding="utf-8")
    return svg[svg.index(">") + 1 : svg.rindex("</svg>")].strip()


@register.simple_tag
def pictogram(name: str, label: str = "", size: str = "") -> SafeString:
    """Draw a pictogram by its French name: {% pictogram "chou de Bruxelles" %}.

    Silent for screen readers unless `label` says what it means. `size` may be "large".
    """
    voice = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="pictogram{}" viewBox="0 0 64 64" width="28" height="28" fill="none" stroke="currentColor"'
        ' stroke-width="2.75" stroke-linecap="round" stroke-linejoin="round" focusable="false" {}>{}</svg>',
        f" pictogram--{size}" if size else "",
        voice,
        mark_safe(read_pictogram(slugify(name.replace("œ", "oe")))),  # noqa: S308 (our own file)
    )


@register.filter
def euros(cents: int | str | None) -> str:
    """320 → "3,20 €" / "€3.20"."""
    return "" if cents in (None, "") else spoken.say_price(int(cents))


@register.filter
def round_euros(cents: int | str | None) -> str:
    """600 → "6 €" / "€6"; 650 → "6,50 €" / "€6.50"."""
    return "" if cents in (None, "") else spoken.say_round_price(int(cents))


@register.filter
def quantity(number: Decimal | int | str | None, unit: str = "kg") -> str:
    """Decimal("1.500") → "1,5 kg" / "1.5 kg"."""
    return "" if number in (None, "") else spoken.say_quantity(Decimal(str(number)), unit)


@register.filter
def kilos(grams: int | None) -> str:
    """1500 → "1,5 kg" / "1.5 kg"; 350 → "350 g"."""
    if not grams:
        return ""
    if grams < 1000:
        return spoken.say_quantity(grams, "g")
    return spoken.say_quantity(Decimal(grams) / 1000)


@register.filter
def weight(size: int | None) -> str:
    """Of a file: 32600 → "32 Ko" / "32 KB"."""
    return "" if size is None else spoken.say_weight(size)


@register.filter
def day(moment: date | datetime | None) -> str:
    """ "samedi 14 mars" / "Saturday 14 March"."""
    return spoken.say_day(moment) if moment else ""


@register.filter
def hours(start: time | datetime | None, end: time | datetime | None = None) -> str:
    """{{ start|hours:end }} → "9 h – 12 h 30" / "9:00–12:30"."""
    return spoken.say_hours(start, end or None) if start else ""


@register.filter
def in_days(moment: date | datetime | None) -> str:
    """ "dans 3 jours" / "in 3 days"."""
    return spoken.say_in_days(moment) if moment else ""


@register.filter
def local_day(moment: date | datetime) -> date:
    """The day of a moment in the hall's time zone, for <time datetime> and calendar leaves."""
    return spoken.local_day(moment)


@register.filter
def say_months(months: Collection[int]) -> str:
    """ "de septembre à avril" / "from September to April"."""
    return spoken.say_months(months)


@register.filter
def twelve_months(months: Collection[int]) -> list[dict[str, Any]]:
    """The squares of a season strip: letter, whether it is in season, whether it is this month."""
    present = timezone.localdate().month
    return [
        {
            "letter": str(MONTHS[month])[0].upper(),
            "on": month in months,
            "now": month == present,
        }
        for month in range(1, 13)
    ]


@register.filter
def seat_dots(taken: int, capacity: int) -> list[bool]:
    """One value per seat, true when it is taken: 2 of 3 → [True, True, False]."""
    return [seat < taken for seat in range(capacity)]


@register.filter
def trade_pictogram(trade: str) -> str:
    """The drawing that stands for a trade; the agenda's for what belongs to none."""
    drawings = {"market": "panier", "workshops": "outil", "gardens": "arrosoir"}
    return drawings.get(trade, "agenda")


@register.filter
def minus(number: int, other: int) -> int:
    """Never below zero: what is left of seats or stock."""
    return max(number - other, 0)


@register.filter
def beside(cells: Iterable[Any], columns: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Each cell of a row with its column, for tables that fold on a phone."""
    return list(zip(cells, columns, strict=True))


@register.inclusion_tag("components/scan_code.html")
def scan_code(text: str, label: str) -> dict[str, object]:
    """A QR code that says ``text``, called ``label`` for whoever does not see it."""
    side, path = codes.drawn(text)
    return {"side": side, "path": path, "label": label}
