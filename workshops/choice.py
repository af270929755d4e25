"""What a reader of the workshops chose to see: words of the address, each with its filter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.text import slugify
from django.utils.translation import gettext as _

from commons.agenda import Audience
from commons.places.models import Place
from workshops.models.counting import SessionQuerySet
from workshops.models.topic import Topic
from workshops.models.workshop import Workshop

KIND_WORDS = {
    "atelier": Workshop.Kind.WORKSHOP,
    "journee": Workshop.Kind.COLLECTIVE_DAY,
    "permanence": Workshop.Kind.DROP_IN,
    "conseil": Workshop.Kind.COUNCIL,
    "evenement": Workshop.Kind.EVENT,
}
LEVEL_WORDS = {
    "debut": Workshop.Level.BEGINNERS,
    "habitude": Workshop.Level.USED,
    "loin": Workshop.Level.SKILLED,
}
AUDIENCE_WORDS = {"familles": Audience.FAMILIES, "debut": Audience.BEGINNERS}

Option = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Empty words choose everything; a word nobody knows is read as not said."""

    kind: str = ""
    topic: str = ""
    level: str = ""
    audience: str = ""
    place: str = ""
    is_free: bool = False
    has_room: bool = False
    topics: tuple[Topic, ...] = ()
    places: tuple[Place, ...] = ()

    def __bool__(self) -> bool:
        words = (self.kind, self.topic, self.level, self.audience, self.place)
        return any(words) or self.is_free or self.has_room

    def apply(self, sessions: SessionQuerySet) -> SessionQuerySet:
        """What was chosen of sessions read for screens."""
        found = sessions.filter(**self._facts())
        if self.has_room:
            found = found.filter(workshop__takes_bookings=True)
            found = found.filter(seats_taken__lt=F("capacity"))  # type: ignore[misc]
        return found

    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if self.kind:
            facts["workshop__kind"] = KIND_WORDS[self.kind]
        if self.topic:
            facts["workshop__topics"] = next(t for t in self.topics if word_of(t) == self.topic)
        if self.level:
            facts["workshop__level__in"] = [LEVEL_WORDS[self.level], Workshop.Level.ALL]
        if self.audience:
            facts["workshop__audience"] = AUDIENCE_WORDS[self.audience]
        if self.place:
            facts["place"] = next(p for p in self.places if slugify(p.name) == self.place)
        if self.is_free:
            facts["workshop__price_kind"] = Workshop.PriceKind.FREE
        return facts

    @property
    def selects(self) -> list[dict[str, object]]:
        """The rows of options, as the page draws them; one with nothing to choose is left out."""
        rows = [
            ("sorte", _("Sorte"), _("Toutes"), _labelled(KIND_WORDS, self.kind)),
            ("sujet", _("Sujet"), _("Tous"), _named(map(_pair, self.topics), self.topic)),
            ("niveau", _("Niveau"), _("Tous"), _labelled(LEVEL_WORDS, self.level)),
            ("pour", _("Pensé pour"), _("Tout le monde"), _labelled(AUDIENCE_WORDS, self.audience)),
            ("ou", _("Lieu"), _("Partout"), _named(self._place_pairs(), self.place)),
        ]
        return [
            {"name": name, "label": label, "every": every, "options": options}
            for name, label, every, options in rows
            if options
        ]

    def _place_pairs(self) -> Iterable[tuple[str, str]]:
        return [(slugify(place.name), place.name) for place in self.places]


def read_choice(address: Mapping[str, str]) -> Choice:
    """What an address chooses."""
    topics, places = tuple(Topic.objects.all()), tuple(Place.objects.all())
    return Choice(
        kind=_known(address.get("sorte", ""), KIND_WORDS),
        topic=_known(address.get("sujet", ""), map(word_of, topics)),
        level=_known(address.get("niveau", ""), LEVEL_WORDS),
        audience=_known(address.get("pour", ""), AUDIENCE_WORDS),
        place=_known(address.get("ou", ""), (slugify(place.name) for place in places)),
        is_free="gratuit" in address,
        has_room="reste" in address,
        topics=topics,
        places=places,
    )


def word_of(topic: Topic) -> str:
    """How an address names a topic: the same in both languages."""
    return slugify(topic.name_fr)


def _pair(topic: Topic) -> tuple[str, str]:
    return word_of(topic), topic.name


def _known(word: str, words: Iterable[str]) -> str:
    return word if word in set(words) else ""


def _labelled(words: Mapping[str, Any], chosen: str) -> list[Option]:
    return _named(((word, value.label) for word, value in words.items()), chosen)


def _named(pairs: Iterable[tuple[str, Any]], chosen: str) -> list[Option]:
    return [{"word": word, "label": label, "chosen": word == chosen} for word, label in pairs]
