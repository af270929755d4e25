"""Places of a pick-up slot: in the caller's transaction, its row locked before they are counted."""

from market.models import MarketDay, Order, PickUpSlot
from market.refusals import SlotFullError, SlotMissingError

# Those who hold a place: an order that waits for its card keeps it until it is released.
HOLDERS = (Order.State.AWAITING_PAYMENT, Order.State.PLACED)


def take(*, market_day: MarketDay, slot_id: int | None) -> PickUpSlot | None:
    """The slot chosen, with a place left in it; None on a day that has no slots.

    Raises SlotMissingError when the day has slots and none of them is named, or SlotFullError.
    """
    if slot_id is None:
        if market_day.slots.exists():
            raise SlotMissingError
        return None
    slot = PickUpSlot.objects.select_for_update().filter(pk=slot_id, market_day=market_day).first()
    if slot is None:
        raise SlotMissingError
    if not has_room(slot):
        raise SlotFullError(slot)
    return slot


def has_room(slot: PickUpSlot) -> bool:
    """Under the slot's lock, or the answer is a guess."""
    return slot.orders.filter(state__in=HOLDERS).count() < slot.capacity


def can_come_back(order: Order) -> bool:
    """Has an order that let its place go still one in its slot? Locks the slot."""
    if order.slot_id is None:
        return True
    return has_room(PickUpSlot.objects.select_for_update().get(pk=order.slot_id))
