"""How the house says prices, quantities, dates and seasons, in French and in English.

These are manners of writing rather than words to translate: where the currency sign goes, which space stands
before it, what becomes of the first day of a month. Pure functions; the template tags in `design` call them.
Aware datetimes are said in the current time zone.
"""

from collections.abc import Collection
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import get_language

NARROW_SPACE = "\u202f"
SPACE = "\u00a0"
MINUS = "\u2212"

# Beyond half a year, "Saturday 14 March" no longer says which one.
DAYS_WITHOUT_A_YEAR = 183

FRENCH_VOWELS = ("a", "o")


def speaks_french() -> bool:
    return (get_language() or "fr").startswith("fr")


def say_number(number: int | Decimal, *, decimals: int | None = None) -> str:
    """1234.500 → "1 234,5" or "1,234.5"; with `decimals`, exactly that many."""
    if decimals is None:
        text = f"{Decimal(number):,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{Decimal(number):,.{decimals}f}"
    text = text.replace("-", MINUS)
    return text.replace(",", NARROW_SPACE).replace(".", ",") if speaks_french() else text


def say_price(cents: int) -> str:
    """320 cents → "3,20 €" or "€3.20"."""
    amount = say_number(Decimal(abs(cents)) / 100, decimals=2)
    sign = MINUS if cents < 0 else ""
    return f"{sign}{amount}{NARROW_SPACE}€" if speaks_french() else f"{sign}€{amount}"


def say_round_price(cents: int) -> str:
    """Like `say_price`, without ",00": 600 cents → "6 €" or "€6"."""
    return say_price(cents).replace(",00", "" if speaks_french() else ",00").replace(".00", "")


def say_quantity(number: int | Decimal, unit: str = "kg") -> str:
    """Decimal("1.500") → "1,5 kg" or "1.5 kg"."""
    return f"{say_number(number)}{SPACE}{unit}" if unit else say_number(number)


def say_weight(size: int) -> str:
    """Bytes of a file: 32600 → "32 Ko" / "32 KB"; 1300000 → "1,2 Mo" / "1.2 MB"."""
    unit = "o" if speaks_french() else "B"
    thousands = Decimal(size) / 1024
    if thousands < 1000:
        return f"{say_number(max(1, round(thousands)))}{SPACE}K{unit}"
    return f"{say_number(round(thousands / 1024, 1))}{SPACE}M{unit}"


def local_day(moment: date | datetime) -> date:
    if isinstance(moment, datetime):
        return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return moment


def local_time(moment: time | datetime) -> time:
    if isinstance(moment, datetime):
        return timezone.localtime(moment).time() if timezone.is_aware(moment) else moment.time()
    return moment


def say_day(moment: date | datetime, *, today: date | None = None) -> str:
    """ "samedi 14 mars", "dimanche 1er mars", "Saturday 14 March"; with its year when half a year away."""
    day = local_day(moment)
    number = "1er" if day.day == 1 and speaks_french() else str(day.day)
    words = [date_format(day, "l"), number, date_format(day, "F")]
    if abs((day - (today or timezone.localdate())).days) > DAYS_WITHOUT_A_YEAR:
        words.append(str(day.year))
    return " ".join(words)


def say_time(moment: time | datetime) -> str:
    """ "9 h", "12 h 30" or "9:00", "12:30"."""
    clock = local_time(moment)
    if not speaks_french():
        return f"{clock.hour}:{clock.minute:02}"
    minutes = f"{SPACE}{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour}{SPACE}h{minutes}"


def say_hours(start: time | datetime, end: time | datetime | None = None) -> str:
    """ "9 h – 12 h 30" or "9:00–12:30"; the start alone without an end."""
    if end is None:
        return say_time(start)
    dash = f"{SPACE}– " if speaks_french() else "–"
    return f"{say_time(start)}{dash}{say_time(end)}"


def say_in_days(moment: date | datetime, *, today: date | None = None) -> str:
    """How far a day is, as people say it: "demain", "dans 3 jours", "il y a 2 jours"."""
    days = (local_day(moment) - (today or timezone.localdate())).days
    french = speaks_french()
    near = {0: ("aujourd’hui", "today"), 1: ("demain", "tomorrow"), -1: ("hier", "yesterday")}
    if days in near:
        return near[days][0 if french else 1]
    if days > 0:
        return f"dans {days} jours" if french else f"in {days} days"
    return f"il y a {-days} jours" if french else f"{-days} days ago"


def say_time_left(moment: datetime, *, now: datetime) -> str:
    """What is left until a limit: "encore 2 jours", "encore 5 heures", in the last hour "encore 40 minutes"."""
    minutes = int((moment - now).total_seconds() // 60)
    days = (local_day(moment) - local_day(now)).days
    if minutes >= 24 * 60:
        count, words = days, ("jour", "jours", "day", "days")
    elif minutes >= 60:
        count, words = minutes // 60, ("heure", "heures", "hour", "hours")
    else:
        count, words = max(minutes, 1), ("minute", "minutes", "minute", "minutes")
    one, many = words[:2] if speaks_french() else words[2:]
    said = f"{count}{SPACE}{one if count == 1 else many}"
    return f"encore {said}" if speaks_french() else f"{said} left"


def runs_of_months(months: Collection[int]) -> list[tuple[int, int]]:
    """Unbroken runs round the year, as (first, last): {9, 10, 1, 11, 12} → [(9, 1)]."""
    starts = [month for month in sorted(months) if (month - 2) % 12 + 1 not in months]
    runs = []
    for start in starts:
        end = start
        while end % 12 + 1 in months:
            end = end % 12 + 1
        runs.append((start, end))
    return runs


def say_months(months: Collection[int]) -> str:
    """{9, …, 4} → "de septembre à avril" or "from September to April"; "" for no month."""
    if len(set(months)) == 12:
        return "toute l’année" if speaks_french() else "all year round"
    parts = [_say_run(start, end) for start, end in runs_of_months(months)]
    return (" et " if speaks_french() else " and ").join(parts)


def _say_run(start: int, end: int) -> str:
    first, last = str(MONTHS[start]), str(MONTHS[end])
    if not speaks_french():
        return f"in {first}" if start == end else f"from {first} to {last}"
    if start == end:
        return f"en {first}"
    of = "d’" if first.startswith(FRENCH_VOWELS) else "de "
    return f"{of}{first} à {last}"
