"""What a reader of the agenda chose to see. The same words serve the page's address and the calendar's."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from commons.agenda import AgendaEntry, Audience
from commons.places.models import Place

# Words of the address, and the trades and publics they name.
TRADE_WORDS = {"marche": "market", "ateliers": "workshops"}
AUDIENCE_WORDS = {
    "familles": Audience.FAMILIES,
    "debut": Audience.BEGINNERS,
    "tout-public": Audience.ALL,
}

Option = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Words of the address: a trade, a place, a public; empty for all of them."""

    trade: str = ""
    place: str = ""
    audience: str = ""

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    def keeps(self, entry: AgendaEntry) -> bool:
        """Whether an entry is part of what was chosen."""
        return (
            (not self.trade or entry.trade == TRADE_WORDS[self.trade])
            and (not self.place or word_of(entry.place_name) == self.place)
            and (not self.audience or entry.audience == AUDIENCE_WORDS[self.audience])
        )

    def query(self, **others: str) -> str:
        """The choice as the end of an address, with whatever else the page needs there."""
        words = {"quoi": self.trade, "ou": self.place, "pour": self.audience, **others}
        return "?" + urlencode({name: word for name, word in words.items() if word})

    def without_trade(self, trade: str) -> "Choice":
        """The same place and public, in another trade or in all."""
        return Choice(trade=trade, place=self.place, audience=self.audience)

    @property
    def feed_url(self) -> str:
        """The same choice as a calendar to subscribe to."""
        return reverse("content:agenda_file") + (self.query() if self else "")


def read_choice(address: Mapping[str, str]) -> Choice:
    """What an address chooses; a trade or a public that nobody knows is read as not said."""
    trade, audience = address.get("quoi", ""), address.get("pour", "")
    return Choice(
        trade=trade if trade in TRADE_WORDS else "",
        place=slugify(address.get("ou", "")),
        audience=audience if audience in AUDIENCE_WORDS else "",
    )


def word_of(place_name: str) -> str:
    """ "Le jardin du Fournil" → "le-jardin-du-fournil": how an address names a place."""
    return slugify(place_name)


def tabs(choice: Choice, **when: str) -> list[Option]:
    """The trades, as the tabs component wants them."""
    labels = {"": _("Tout"), "marche": _("Le marché"), "ateliers": _("Les ateliers")}
    return [
        {
            "label": label,
            "url": choice.without_trade(trade).query(**when),
            "current": trade == choice.trade,
        }
        for trade, label in labels.items()
    ]


def places(choice: Choice) -> Sequence[Option]:
    """The places one may choose."""
    names = Place.objects.values_list("name", flat=True)
    return [
        {"word": word_of(name), "label": name, "chosen": word_of(name) == choice.place}
        for name in names
    ]


def audiences(choice: Choice) -> Sequence[Option]:
    """The publics one may choose."""
    return [
        {"word": word, "label": audience.label, "chosen": word == choice.audience}
        for word, audience in AUDIENCE_WORDS.items()
    ]
