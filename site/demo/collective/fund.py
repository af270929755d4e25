"""The hall's solidarity fund: three prices, a box, two partners who give words, and baskets taken."""

from datetime import datetime, timedelta

from django.utils import timezone

from market.actions import note_cash
from market.models import FundEntry, FundWord, Solidarity

HOUSE = {
    "is_open": True,
    "basket_cents": 2000,
    "solidarity_percent": 30,
    "support_percent": 20,
    "where_fr": "À l’accueil de la halle, mardi et jeudi, 17 h – 19 h.\n"
    "À l’épicerie sociale La Passerelle, tous les matins.\nOu à n’importe quel étal, à voix basse.",
    "where_en": "At the hall’s welcome desk, Tuesday and Thursday, 5 to 7 pm.\n"
    "At the social grocery La Passerelle, every morning.\nOr at any stall, in a low voice.",
}
# (word, who gives it): fixed, so that whoever tries the demo can type one.
WORDS = (
    ("figue-romarin-482", "Épicerie sociale La Passerelle"),
    ("prune-sauge-356", "Accueil de la halle"),
)
BOX = ((62, 4150), (34, 5320), (13, 3875), (6, 4610))  # days ago, cents


def lay(*, now: datetime) -> None:
    """Open the fund, once: what volunteers changed since is theirs."""
    house = Solidarity.load()
    if not house.where_fr:
        Solidarity.objects.filter(pk=house.pk).update(**HOUSE)
    for word, given_by in WORDS:
        FundWord.objects.get_or_create(
            word=word,
            defaults={
                "given_by": given_by,
                "basket_cents": 2000,
                "baskets": 15,
                "until": timezone.localdate(now) + timedelta(days=120),
            },
        )
    if not FundEntry.objects.filter(kind=FundEntry.Kind.CASH).exists():
        _fill_the_box(now=now)


def _fill_the_box(*, now: datetime) -> None:
    for days, cents in BOX:
        note_cash(cents=cents, by=None, reason="Boîte de l’accueil")
        entry = FundEntry.objects.latest("pk")
        FundEntry.objects.filter(pk=entry.pk).update(at=now - timedelta(days=days))
