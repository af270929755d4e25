"""What a season asks of everybody, said once by the committee when it opens it."""

from dataclasses import dataclass
from datetime import date

from gardens.models import Charter, Season


@dataclass(frozen=True, kw_only=True)
class Tier:
    """An amount that a household may choose, in cents."""

    words_fr: str
    words_en: str
    amount_cents: int


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The dates, charter and money of a season. ``tiers`` counts only where the fee goes by tiers."""

    starts_on: date
    ends_on: date
    answer_by: date
    charter: Charter | None = None
    fee: str = Season.Fee.NONE
    floor_cents: int = 0
    suggested_cents: int = 0
    deposit_cents: int = 0
    tiers: tuple[Tier, ...] = ()
