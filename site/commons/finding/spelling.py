"""« Vouliez-vous dire… ? »: the nearest words that stand in a name."""

from difflib import get_close_matches

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, Func, QuerySet, TextField, Value
from django.utils.text import slugify
from modelsearch.conf import get_app_config

from commons.finding.found import Wanted, words_of

NAMES_READ = 20
NEAR_ENOUGH = 0.25  # of a name, by its three-letter pieces
CLOSE_ENOUGH = 0.7  # of a word, letter by letter


class Unaccent(Func):
    function = "unaccent"
    output_field = TextField()


def nearest(wanted: Wanted, *, names: QuerySet) -> str:
    """The words looked for, each put right by the names of the index; empty when none comes near.

    ``names`` are the entries of the index that the public may see.
    """
    similarity = TrigramWordSimilarity(Unaccent(Value(wanted.text)), Unaccent(F("title_text")))  # type: ignore[arg-type]
    near = (
        names.exclude(title_text="")
        .annotate(near=similarity)
        .filter(near__gte=NEAR_ENOUGH)
        .order_by("-near", "pk")
    )
    known: dict[str, str] = {}
    for name in near.values_list("title_text", flat=True)[:NAMES_READ]:
        for word in words_of(name):
            known.setdefault(slugify(word), word.lower())
    mended = [_mended(word, known) for word in wanted.words]
    return "" if [*wanted.words] == mended else " ".join(mended)


def _mended(word: str, known: dict[str, str]) -> str:
    close = get_close_matches(slugify(word), known, n=1, cutoff=CLOSE_ENOUGH)
    return known[close[0]] if close else word


def entries() -> QuerySet:
    """Every entry of the index, drafts included."""
    objects: QuerySet = get_app_config().get_model("IndexEntry").objects.all()
    return objects
