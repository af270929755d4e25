"""From words to rows."""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail.search.backends import get_search_backend

from commons.finding.found import Wanted


def matching(model: type[Model], wanted: Wanted) -> QuerySet[Any]:
    """Rows that hold all the words, the best first; each with its ``relevance``.

    It is an ordinary query set: the caller keeps what the public may see, in the order of the trade.
    """
    if not wanted.words:
        return model._default_manager.none()
    backend = get_search_backend()
    search = backend.autocomplete if wanted.unfinished else backend.search
    results = search(wanted.text, model, operator="and").annotate_score("relevance")
    rows: QuerySet[Any] = results.get_queryset()
    return rows
