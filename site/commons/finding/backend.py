"""Wagtail's search in PostgreSQL, in the two languages of the site at once.

A name stands in the index in all its forms: French and English, with and without accents. A word that is
looked for may be any of them. So the reader's language need not be guessed, nor that of a row, which may
have a French name and no English one; and the desk's own search forgives as much as the public one.
"""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Model
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import PlainText
from modelsearch.utils import get_content_type_pk

from commons.finding.found import words_of

CONFIGURATIONS = ("halle_fr", "halle_en", "halle_accents")
PLAIN = "halle_plain"

# Wagtail has written halle_fr in title and body, halle_plain in autocomplete. B is the weight of titles.
ADD_FORMS = """
UPDATE {table} SET
    title = title || setweight(
        to_tsvector('halle_en', title_text) || to_tsvector('halle_accents', title_text), 'B'
    ),
    autocomplete = autocomplete || to_tsvector('halle_fr', title_text)
        || to_tsvector('halle_en', title_text) || to_tsvector('halle_accents', title_text),
    body = body || to_tsvector('halle_en', body_text) || to_tsvector('halle_accents', body_text)
WHERE content_type_id = %s AND object_id = ANY(%s)
"""


class BilingualIndex(PostgresIndex):
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        """Write the entries, then add the forms that one configuration alone cannot give."""
        rows = list(objs)
        super().add_items(model, rows)
        with self.write_connection.cursor() as cursor:
            cursor.execute(
                ADD_FORMS.format(table=IndexEntry._meta.db_table),
                [get_content_type_pk(model), [str(row.pk) for row in rows]],
            )


class AnyForm:
    """Reads a sentence as words, each of which may stand in the index in any of its forms."""

    LAST_TERM_IS_PREFIX: bool

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if invert or not isinstance(query, PlainText):
            return super().build_tsquery_content(query, config=config, invert=invert)  # type: ignore[misc]
        words = words_of(query.query_string) or ("",)
        sought = [_any_form(word) for word in words]
        if self.LAST_TERM_IS_PREFIX and words[-1]:
            sought[-1] |= SearchQuery(
                Lexeme(words[-1], prefix=True), config=PLAIN, search_type="raw"
            )
        return reduce(and_ if query.operator == "and" else or_, sought)


def _any_form(word: str) -> Any:
    return reduce(or_, (SearchQuery(word, config=name) for name in CONFIGURATIONS))


class BilingualCompiler(AnyForm, PostgresSearchQueryCompiler):
    pass


class BilingualAutocompleteCompiler(AnyForm, PostgresAutocompleteQueryCompiler):
    pass


class SearchBackend(PostgresSearchBackend):
    """Named in ``WAGTAILSEARCH_BACKENDS``."""

    query_compiler_class = BilingualCompiler
    autocomplete_query_compiler_class = BilingualAutocompleteCompiler
    index_class = BilingualIndex

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.autocomplete_config = PLAIN
