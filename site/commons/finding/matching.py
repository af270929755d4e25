"""From words to rows."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, ExpressionWrapper, F, Func, Model, Q, QuerySet
from django.db.models.expressions import CombinedExpression
from wagtail.search.backends import get_search_backend

from commons.finding.backend import AnyForm
from commons.finding.found import MOST, Wanted
from commons.finding.spelling import entries

ALL_THE_WORDS = CombinedExpression(F("title"), "||", F("body"), output_field=SearchVectorField())


class AnyOf(Func):
    """Whether a value is in an array that is read once: PostgreSQL would join a plain IN row by row."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def matching(model: type[Model], wanted: Wanted) -> QuerySet[Any]:
    """Rows that hold all the words, the best first; each with its ``relevance``, and whether it ``is_named`` so.

    It is an ordinary query set: the caller keeps what the public may see, in the order of the trade.
    """
    if not wanted.words:
        return model._default_manager.none()
    backend = get_search_backend()
    search = backend.autocomplete if wanted.unfinished else backend.search
    results = search(wanted.text, model, operator="and").annotate_score("relevance")
    in_title = ExpressionWrapper(
        Q(index_entries__title=_sought(wanted)), output_field=BooleanField()
    )
    rows: QuerySet[Any] = results.get_queryset().annotate(is_named=in_title)
    return rows


def holding(wanted: Wanted, models: Iterable[type[Model]]) -> set[type[Model]]:
    """Those of which some row holds all the words, shown or not: no other need be asked."""
    vector = F("autocomplete") if wanted.unfinished else ALL_THE_WORDS
    held = entries().annotate(vector=vector).filter(vector=_sought(wanted))
    kinds = set(held.order_by().values_list("content_type", flat=True).distinct())
    types = ContentType.objects.get_for_models(*models)
    return {model for model, content_type in types.items() if content_type.pk in kinds}


def _sought(wanted: Wanted) -> AnyForm:
    return AnyForm(wanted.words, operator="and", has_prefix=wanted.unfinished)


def the_most(rows: QuerySet[Any], *first: Any) -> QuerySet[Any]:
    """No more than ``MOST`` of what matches: first by the caller's order, then by their name.

    A common word stands in ten thousand rows, and to weigh each takes longer than a reader waits. Knowing
    whether a word is in a name is quick.
    """
    kept = rows.order_by(*first, "-is_named", "-pk").values("pk")[:MOST]
    return rows.filter(AnyOf(F("pk"), ArraySubquery(kept)))
