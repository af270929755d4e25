"""From words to rows."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, ExpressionWrapper, F, Func, Model, Q, QuerySet
from wagtail.search.backends import get_search_backend

from commons.finding.found import MOST, Wanted


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
    compiler = results.query_compiler
    sought = compiler.build_tsquery(compiler.query, config=compiler.get_config(backend))
    in_title = ExpressionWrapper(Q(index_entries__title=sought), output_field=BooleanField())
    rows: QuerySet[Any] = results.get_queryset().annotate(is_named=in_title)
    return rows


def the_most(rows: QuerySet[Any], *first: Any) -> QuerySet[Any]:
    """No more than ``MOST`` of what matches: first by the caller's order, then by their name.

    A common word stands in ten thousand rows, and to weigh each takes longer than a reader waits. Knowing
    whether a word is in a name is quick.
    """
    kept = rows.order_by(*first, "-is_named", "-pk").values("pk")[:MOST]
    return rows.filter(AnyOf(F("pk"), ArraySubquery(kept)))
