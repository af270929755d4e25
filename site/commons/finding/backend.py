"""Wagtail's search in PostgreSQL, in the two languages of the site at once.

A name stands in the index in all its forms: French and English, with and without accents. A word that is
looked for may be any of them. So the reader's language need not be guessed, nor that of a row, which may
have a French name and no English one; and the desk's own search forgives as much as the public one.
"""

from collections.abc import Iterable, Sequence
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
from modelsearch.query import PlainText
from modelsearch.utils import get_content_type_pk

from commons.finding.found import words_of

CONFIGURATIONS = ("halle_fr", "halle_en", "halle_accents")
PLAIN = "halle_plain"
ONE_WORD = "({})".format(" || ".join(f"plainto_tsquery('{name}', %s)" for name in CONFIGURATIONS))

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


class AnyForm(SearchQuery):
    """Words, each of which may stand in the index in any of its forms.

    One leaf rather than a tree of queries: an answer is made of many questions, each of which copies and
    writes it several times, which took Django longer than PostgreSQL needs to look the words up.
    """

    def __init__(self, words: Sequence[str], *, operator: str, has_prefix: bool) -> None:
        """The last word is the beginning of one when it ``has_prefix``."""
        super().__init__(" ".join(words))
        self.words = words
        self.connector = " && " if operator == "and" else " || "
        self.has_prefix = has_prefix

    def as_sql(
        self,
        compiler: Any,
        connection: Any,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **extra_context: Any,
    ) -> tuple[str, Any]:
        sought = [ONE_WORD] * len(self.words)
        params = [word for word in self.words for _configuration in CONFIGURATIONS]
        if self.has_prefix:
            sought[-1] = f"({ONE_WORD} || to_tsquery('{PLAIN}', %s))"
            params.append(f"'{self.words[-1]}':*")
        return f"({self.connector.join(sought)})", params  # Django adds lists to it


class AnyFormReader:
    """Reads a sentence as words in any of their forms."""

    LAST_TERM_IS_PREFIX: bool

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if invert or not isinstance(query, PlainText):
            return super().build_tsquery_content(query, config=config, invert=invert)  # type: ignore[misc]
        words = words_of(query.query_string)
        return AnyForm(
            words or ("",),
            operator=query.operator,
            has_prefix=self.LAST_TERM_IS_PREFIX and bool(words),
        )


class BilingualCompiler(AnyFormReader, PostgresSearchQueryCompiler):
    pass


class BilingualAutocompleteCompiler(AnyFormReader, PostgresAutocompleteQueryCompiler):
    pass


class SearchBackend(PostgresSearchBackend):
    """Named in ``WAGTAILSEARCH_BACKENDS``."""

    query_compiler_class = BilingualCompiler
    autocomplete_query_compiler_class = BilingualAutocompleteCompiler
    index_class = BilingualIndex

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.autocomplete_config = PLAIN
