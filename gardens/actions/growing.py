"""Noting what was sown, planted and picked, and offering what there is too much of."""

from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gardens import letters
from gardens.models import Growing, Harvest, Surplus, Tenancy
from gardens.models.growing import LogRow
from gardens.queries.tenancies import OPEN_AFTER_THE_END
from gardens.refusals import LineClosedError, PlotEndedError
from gardens.rules.growing import may_be_corrected

Row = TypeVar("Row", bound=LogRow)


def note_growing(*, tenancy_id: int, form_key: UUID, on: date, way: str, **facts: Any) -> Growing:
    """Write a sowing or a planting down; a double tap gives the same line again.

    ``facts`` are the other fields of Growing: plant or other_name, bed, quantity, words.
    Raises PlotEndedError, Tenancy.DoesNotExist.
    """
    return _note(Growing, tenancy_id=tenancy_id, form_key=form_key, on=on, way=way, **facts)


def note_harvest(*, tenancy_id: int, form_key: UUID, on: date, **facts: Any) -> Harvest:
    """Write a harvest down; a double tap gives the same line again.

    ``facts`` are the other fields of Harvest: plant or other_name, grams, pieces, solidarity, words.
    Raises PlotEndedError, Tenancy.DoesNotExist.
    """
    return _note(Harvest, tenancy_id=tenancy_id, form_key=form_key, on=on, **facts)


def announce_surplus(*, tenancy_id: int, form_key: UUID, on: date, **facts: Any) -> Surplus:
    """Offer a surplus to the solidarity baskets, and write to the hall; ``on`` is when it is ready.

    Raises PlotEndedError, Tenancy.DoesNotExist.
    """
    with transaction.atomic(durable=True):
        tenancy = _lock_open(tenancy_id)
        surplus, is_new = _line(Surplus, tenancy, form_key=form_key, on=on, **facts)
        if is_new:
            letters.write_surplus(surplus)
    return surplus


def bring_surplus(
    *, tenancy_id: int, surplus_id: int, on: date, grams: int | None, pieces: int | None
) -> Surplus:
    """The surplus is in the baskets: what it weighed is a harvest given. Leaves quietly if that is done.

    Raises Surplus.DoesNotExist, PlotEndedError.
    """
    with transaction.atomic(durable=True):
        tenancy = _lock_open(tenancy_id)
        surplus = Surplus.objects.get(pk=surplus_id, tenancy=tenancy)
        if surplus.state == Surplus.State.ANNOUNCED:
            surplus.harvest, _is_new = _line(
                Harvest,
                tenancy,
                form_key=surplus.form_key,
                on=on,
                plant=surplus.plant,
                other_name=surplus.other_name,
                grams=grams,
                pieces=pieces,
                solidarity=True,
            )
            surplus.state = Surplus.State.BROUGHT
            surplus.save(update_fields=["state", "harvest"])
    return surplus


def withdraw_surplus(*, tenancy_id: int, surplus_id: int) -> Surplus:
    """Take an announcement back; leave quietly if it is brought or withdrawn. Raises Surplus.DoesNotExist."""
    with transaction.atomic(durable=True):
        tenancy = _lock_open(tenancy_id)
        surplus = Surplus.objects.get(pk=surplus_id, tenancy=tenancy)
        if surplus.state == Surplus.State.ANNOUNCED:
            surplus.state = Surplus.State.WITHDRAWN
            surplus.save(update_fields=["state"])
    return surplus


def correct_line(
    model: type[Row], *, tenancy_id: int, line_id: int, now: datetime | None = None, **facts: Any
) -> Row:
    """Change one's own line, for some days. Raises LineClosedError, PlotEndedError, DoesNotExist."""
    with transaction.atomic(durable=True):
        line = _own_line(model, tenancy_id=tenancy_id, line_id=line_id, now=now)
        for name, value in facts.items():
            setattr(line, name, value)
        line.save(update_fields=list(facts))
    return line


def erase_line(
    model: type[Row], *, tenancy_id: int, line_id: int, now: datetime | None = None
) -> Row:
    """Take one's own line away, for some days. Raises LineClosedError, PlotEndedError, DoesNotExist."""
    with transaction.atomic(durable=True):
        line = _own_line(model, tenancy_id=tenancy_id, line_id=line_id, now=now)
        line.delete()
    return line


def leave_logs_to_plots(*, now: datetime | None = None) -> int:
    """Where a household's page has closed, its lines lose its name and its words; says how many did."""
    closed_before = timezone.localdate(now) - OPEN_AFTER_THE_END
    with transaction.atomic(durable=True):
        return sum(
            model.objects.filter(tenancy__ends_on__lt=closed_before).update(tenancy=None, words="")
            for model in (Growing, Harvest, Surplus)
        )


def _note(model: type[Row], *, tenancy_id: int, form_key: UUID, **facts: Any) -> Row:
    with transaction.atomic(durable=True):
        line, _is_new = _line(model, _lock_open(tenancy_id), form_key=form_key, **facts)
    return line


def _line(model: type[Row], tenancy: Tenancy, *, form_key: UUID, **facts: Any) -> tuple[Row, bool]:
    """The line of a form, under the tenancy's lock: the page of plants may note several with one key."""
    same = {"form_key": form_key, "plant": None, "other_name": ""}
    same |= {name: facts.pop(name) for name in ("plant", "other_name") if name in facts}
    if already := model._default_manager.filter(tenancy=tenancy, **same).first():
        return already, False
    return (
        model._default_manager.create(
            plot_id=tenancy.plot_id, part=tenancy.part, tenancy=tenancy, **same, **facts
        ),
        True,
    )


def _lock_open(tenancy_id: int) -> Tenancy:
    """The tenancy, locked until commit: whoever notes for one plot takes turns here."""
    tenancy = Tenancy.objects.select_for_update().get(pk=tenancy_id)
    ended = tenancy.ends_on is not None and tenancy.ends_on < timezone.localdate()
    if ended or tenancy.state == Tenancy.State.CANCELLED:
        raise PlotEndedError
    return tenancy


def _own_line(model: type[Row], *, tenancy_id: int, line_id: int, now: datetime | None) -> Row:
    line = model._default_manager.select_for_update().get(
        pk=line_id, tenancy=_lock_open(tenancy_id)
    )
    if not may_be_corrected(line.created_at, now=now or timezone.now()):
        raise LineClosedError
    return line
