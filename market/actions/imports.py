"""Products by file: what was seen is written, all of it or nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from modelsearch.backends import get_search_backends
from wagtail.models import ModelLogEntry

from commons.sheets.reading import Row
from market import sheets
from market.models import Product

A_BATCH = 500


class ImportRefusedError(Exception):
    """The file has faults, or would now do something else than what was seen: nothing is written."""

    def __init__(self, plan: "sheets.Plan | None" = None) -> None:
        super().__init__()
        self.plan = plan


@dataclass(frozen=True, kw_only=True)
class Imported:
    created: int
    changed: int


def import_products(
    *, headings: list[str], rows: list[Row], keeper: Any, seen: str, now: datetime
) -> Imported:
    """Create and change the products of a file, among those that ``keeper`` keeps.

    ``seen`` is the fingerprint of the plan that they agreed to. Raises ImportRefusedError.
    """
    try:
        with transaction.atomic(durable=True):
            shelf = sheets.read_shelf(keeper, now=now, lock=True)
            plan = sheets.plan_import(headings, rows, shelf=shelf)
            if plan.faults or plan.fingerprint != seen:
                raise ImportRefusedError(plan)
            return _write(plan, keeper=keeper, now=now)
    except IntegrityError as met:
        # Somebody made the same product between our look and our writing.
        raise ImportRefusedError from met


def _write(plan: "sheets.Plan", *, keeper: Any, now: datetime) -> Imported:
    new = Product.objects.bulk_create([entry.product for entry in plan.created], batch_size=A_BATCH)
    changed = [entry.product for entry in plan.changed]
    fields = sorted({change.field for entry in plan.changed for change in entry.changes})
    if changed:
        Product.objects.bulk_update(changed, fields, batch_size=A_BATCH)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Product, [*new, *changed])
    _log(new, "wagtail.create", keeper=keeper, now=now)
    _log(changed, "wagtail.edit", keeper=keeper, now=now)
    return Imported(created=len(new), changed=len(changed))


def _log(products: list[Product], action: str, *, keeper: Any, now: datetime) -> None:
    """In each product's history at the desk, as if they had been written one by one."""
    kind = ContentType.objects.get_for_model(Product)
    ModelLogEntry.objects.bulk_create(
        (
            ModelLogEntry(
                content_type=kind,
                object_id=str(product.pk),
                label=str(product)[:255],
                action=action,
                user=keeper,
                timestamp=now,
                content_changed=True,
            )
            for product in products
        ),
        batch_size=A_BATCH,
    )
