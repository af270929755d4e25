"""Lists of the desk that years have made long: any page, and any choice, takes as little time as the first."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from commons.cms.desk import IndexView


class LongSelect(forms.Select):
    """A select drawn at once: Django's opens a template for each choice. It knows no groups of choices."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        chosen = set(self.format_value(value))
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, SafeString(" selected") if str(key) in chosen else "", label)
                for key, label in self.choices
            ),
        )
        given = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return format_html("<select{}>{}</select>", flatatt(given), options)


class LongIndexView(IndexView):
    """Walks to its page by keys alone, then reads the rows of that page, with all that goes with them.

    ``then_by`` parts the rows that a sorted column calls equal, the last of it being unique: a page never
    repeats another's.
    """

    then_by: Sequence[str] = ("-pk",)

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        column = [self.ordering] if self.ordering else []
        return queryset.order_by(*column, *self.then_by)

    def paginate_queryset(
        self, queryset: QuerySet[Any], page_size: int
    ) -> tuple[Paginator[Any], Page[Any], QuerySet[Any], bool]:
        paginator, page, keys, more = super().paginate_queryset(queryset.values("pk"), page_size)
        rows = self.order_queryset(self.get_base_queryset().filter(pk__in=keys))
        page.object_list = rows
        return paginator, page, rows, more
