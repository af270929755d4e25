"""What the style guide shows: each component drawn, each token measured, each drawing by its name."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template import engines
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commons.cms import paints
from commons.cms.models import StoryPage
from content.styleguide import samples

COMPONENTS = Path(engines["django"].dirs[0]) / "components"
COMMENT = re.compile(r"\{% comment %\}\n(.*?)\n\{% endcomment %\}|\{# (.*?) #\}", re.DOTALL)
SIZES = ("giant", "1", "2", "3", "lede", "body", "small", "tiny")
SPACES = range(1, 9)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A component drawn in one state; ``said`` is what it was given, for whoever will write it."""

    said: str
    drawn: SafeString


@dataclass(frozen=True, kw_only=True)
class Component:
    name: str
    purpose: str
    examples: list[Example]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Words on a ground: both colours, and the contrast between them."""

    words: str
    ground: str
    words_colour: str
    ground_colour: str
    ratio: float

    @property
    def passes(self) -> bool:
        return self.ratio >= paints.TEXT_AT_LEAST


def components(request: HttpRequest, *, now: datetime) -> list[Component]:
    """Every component, drawn for this request."""
    return [
        Component(
            name=name,
            purpose=_purpose(name),
            examples=[_example(name, context, request) for context in contexts],
        )
        for name, contexts in samples.examples(now=now).items()
    ]


def pairs() -> dict[str, list[Pair]]:
    """The pairs in use, measured, by scheme."""
    return {
        scheme: [
            Pair(
                words=words,
                ground=ground,
                words_colour=colours[words],
                ground_colour=colours[ground],
                ratio=paints.contrast(colours[words], colours[ground]),
            )
            for words, ground in paints.TEXT_PAIRS
        ]
        for scheme, colours in paints.read_tokens().items()
    }


def pictograms() -> list[str]:
    """Names of all the drawings of plants, produce and things."""
    folder = Path(str(finders.find("pictograms/semis.svg"))).parent
    return sorted(path.stem for path in folder.glob("*.svg"))


def illustrations() -> list[str]:
    return [name for name in StoryPage.Illustration.values if name]


def _purpose(name: str) -> str:
    said = COMMENT.match((COMPONENTS / f"{name}.html").read_text(encoding="utf-8"))
    return (said[1] or said[2]).strip() if said else ""


def _example(name: str, context: dict[str, object], request: HttpRequest) -> Example:
    plain = {key: value for key, value in context.items() if isinstance(value, str | int | float)}
    return Example(
        said=", ".join(f"{key}={value!r}" for key, value in plain.items()),
        drawn=render_to_string(f"components/{name}.html", context, request),
    )
