"""The directory of partners, as a reader asked for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.dates import WEEKDAYS
from django.utils.text import slugify

from content.models import Partner

Option = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Directory:
    """The partners found, and what one may ask for: only words that find somebody."""

    partners: list[Partner]
    needs: list[Option]
    towns: list[Option]
    days: list[Option]
    is_filtered: bool


def read(address: Mapping[str, str]) -> Directory:
    """Who an address looks for: ``?besoin=outils&ville=val-des-lones&jour=2``."""
    need, town, day = (address.get(word, "") for word in ("besoin", "ville", "jour"))
    everybody = list(Partner.objects.filter(is_shown=True).prefetch_related("needs"))
    needs = sorted(
        {each for partner in everybody for each in partner.needs.all()},
        key=lambda each: (each.position, each.name),
    )
    towns = sorted({partner.town for partner in everybody})
    open_days = {str(each) for partner in everybody for each in partner.days}
    return Directory(
        partners=[each for each in everybody if _helps(each, need=need, town=town, day=day)],
        needs=_options(((each.slug, each.name) for each in needs), chosen=need),
        towns=_options(((slugify(each), each) for each in towns), chosen=town),
        days=_options(
            (
                (str(number), str(WEEKDAYS[number - 1]))
                for number in range(1, 8)
                if str(number) in open_days
            ),
            chosen=day,
        ),
        is_filtered=bool(need or town or day),
    )


def _helps(partner: Partner, *, need: str, town: str, day: str) -> bool:
    return (
        (not need or any(each.slug == need for each in partner.needs.all()))
        and (not town or slugify(partner.town) == town)
        and (not day or any(str(each) == day for each in partner.days))
    )


def _options(words: Iterable[tuple[str, str]], *, chosen: str) -> list[Option]:
    return [{"word": word, "label": label, "chosen": word == chosen} for word, label in words]
