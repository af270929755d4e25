"""The verbs of a recurring basket: kept from a basket or an order, changed, paused, ended."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from commons.notices.actions import drop_messages
from market import recurring as letters
from market import rules
from market.models import (
    Basket,
    BasketLine,
    Order,
    OrderLine,
    PreparedBasket,
    RecurringLine,
    RecurringList,
)
from market.refusals import BasketEmptyError, WrongQuantityError


def keep_basket(*, person_id: int, basket_id: int, language: str, now: datetime) -> RecurringList:
    """Have all that a basket holds in its person's list too. What the list holds besides stays.

    Nothing leaves the list this way, for what a market lacked is not in the basket. Raises
    BasketEmptyError.
    """
    with transaction.atomic(durable=True):
        basket = Basket.objects.get(pk=basket_id)
        lines = list(basket.lines.select_related("offer"))
        return _keep(lines, person_id=person_id, language=language, now=now)


def keep_order(*, person_id: int, order_id: int, language: str, now: datetime) -> RecurringList:
    """The same from an order, save what was taken out of it. Raises BasketEmptyError."""
    with transaction.atomic(durable=True):
        order = Order.objects.get(pk=order_id)
        lines = list(order.lines.filter(quantity__gt=0).select_related("offer"))
        return _keep(lines, person_id=person_id, language=language, now=now)


def set_recurring_line(*, list_id: int, line_id: int, quantity: Decimal) -> None:
    """Have this much of a product in the list; zero takes it out. Raises WrongQuantityError.

    It sets and never adds, so that a form sent twice does no harm.
    """
    with transaction.atomic(durable=True):
        _locked(list_id)
        line = (
            RecurringLine.objects.select_related("product")
            .filter(recurring=list_id, pk=line_id)
            .first()
        )
        if line is None:
            return
        if not quantity:
            line.delete()
        elif rules.is_whole_steps(quantity, step=line.product.step):
            line.quantity = quantity
            line.save(update_fields=["quantity"])
        else:
            raise WrongQuantityError(f"{quantity} is not a multiple of {line.product.step}")


def arrange_recurring(*, list_id: int, name: str, rhythm: str) -> None:
    """Call the list something, and say for which markets it is prepared."""
    with transaction.atomic(durable=True):
        recurring = _locked(list_id)
        recurring.name, recurring.rhythm = name, rhythm
        recurring.save(update_fields=["name", "rhythm"])


def pause_recurring(*, list_id: int, resumes_on: date | None, now: datetime) -> None:
    """Prepare nothing more, or nothing for the markets before a date. A basket that is ready stays."""
    with transaction.atomic(durable=True):
        recurring = _locked(list_id)
        recurring.paused_at, recurring.resumes_on = now, resumes_on
        recurring.save(update_fields=["paused_at", "resumes_on"])


def resume_recurring(*, list_id: int) -> None:
    """Prepare the next market again; at once, when its orders are open."""
    with transaction.atomic(durable=True):
        recurring = _locked(list_id)
        recurring.paused_at = recurring.resumes_on = None
        recurring.save(update_fields=["paused_at", "resumes_on"])


def end_recurring(*, list_id: int) -> None:
    """Forget the list, and what was prepared from it; the baskets it filled stay their person's."""
    with transaction.atomic(durable=True):
        recurring = RecurringList.objects.select_for_update().filter(pk=list_id).first()
        if recurring:
            _forget(recurring)


def forget_recurring(*, now: datetime) -> None:
    """Delete what is kept no longer: what was prepared for markets long over, and lists left in their pause."""
    with transaction.atomic(durable=True):
        over = now - rules.KEEP_PREPARED_FOR
        PreparedBasket.objects.filter(market_day__closes_at__lt=over).delete()
        left = RecurringList.objects.filter(
            paused_at__lt=now - rules.KEEP_PAUSED_FOR, resumes_on=None
        )
        for recurring in left.select_for_update().order_by("pk"):
            _forget(recurring)


def _keep(
    lines: Sequence[BasketLine | OrderLine], *, person_id: int, language: str, now: datetime
) -> RecurringList:
    if not lines:
        raise BasketEmptyError
    # Locked: of two taps the second waits, then finds the lines of the first.
    recurring, is_new = RecurringList.objects.select_for_update().get_or_create(
        person_id=person_id, defaults={"created_at": now, "language": language}
    )
    if not is_new and recurring.language != language:
        recurring.language = language
        recurring.save(update_fields=["language"])
    RecurringLine.objects.bulk_create(
        [
            RecurringLine(
                recurring=recurring,
                product_id=line.offer.product_id,
                quantity=line.quantity,
                if_short=line.if_short,
            )
            for line in lines
        ],
        update_conflicts=True,
        unique_fields=["recurring", "product"],
        update_fields=["quantity", "if_short"],
    )
    return recurring


def _forget(recurring: RecurringList) -> None:
    for pk in recurring.prepared.values_list("pk", flat=True):
        drop_messages(kind=letters.READY, subject_id=pk)
    recurring.delete()


def _locked(list_id: int) -> RecurringList:
    return RecurringList.objects.select_for_update().get(pk=list_id)
