"""Why an order, or a line of it, is refused. The views say it in words and keep what was typed."""

from dataclasses import dataclass
from decimal import Decimal

from market.models import MarketDay, Offer, PickUpSlot, Product
from market.rules import Lack


class OrderRefusedError(Exception):
    """An order that was not placed; nothing was reserved and nothing will be charged."""


class BasketEmptyError(OrderRefusedError):
    """There is nothing to order."""


class OrdersClosedError(OrderRefusedError):
    """The order window of the day is not open."""

    def __init__(self, market_day: MarketDay) -> None:
        super().__init__(f"no order is taken for {market_day}")
        self.market_day = market_day


class CardRefusedError(OrderRefusedError):
    """The basket holds something that is paid at the stall, or too little for a card."""


class BasketJoinedError(OrderRefusedError):
    """The basket was poured into the account's at sign-in, in another tab: all of it is there."""


class TotalChangedError(OrderRefusedError):
    """A price or a line changed since the shopper saw the total: they must see the new one."""


class SlotMissingError(OrderRefusedError):
    """The day is cut into pick-up slots, and none of them was chosen."""


class SlotFullError(OrderRefusedError):
    """The last place of that pick-up slot has just gone."""

    def __init__(self, slot: PickUpSlot) -> None:
        super().__init__(f"no place left in {slot}")
        self.slot = slot


class WordRefusedError(OrderRefusedError):
    """No word of the solidarity fund, or one that serves no more."""


class WordServedError(OrderRefusedError):
    """The word paid a basket for this market and this address already."""


class FundEmptyError(OrderRefusedError):
    """Nothing is left in the solidarity fund just now."""


class GiftByCardError(OrderRefusedError):
    """A gift is given by card: at the hall, there is a box for it."""


class TooLateError(OrderRefusedError):
    """The order can no longer be changed or cancelled: the stalls are preparing it, or it is over."""


class NotWeighedError(Exception):
    """A line with a price of its own, which no scale changes."""


class FarWeightError(Exception):
    """A weight so far from what was ordered that somebody must look again."""

    def __init__(self, *, ordered: Decimal, weighed: Decimal) -> None:
        super().__init__(f"{weighed} kg for {ordered} kg ordered")
        self.ordered, self.weighed = ordered, weighed


@dataclass(frozen=True, kw_only=True)
class Shortage:
    """What is left of a product of which more was wanted."""

    product: Product
    wanted: Decimal
    left: Decimal


class ShortStockError(OrderRefusedError):
    """Less is left than was wanted, of these products."""

    def __init__(self, shortages: list[Shortage]) -> None:
        super().__init__(", ".join(str(shortage.product) for shortage in shortages))
        self.shortages = shortages


class WrongQuantityError(OrderRefusedError):
    """Not a whole number of the product's steps."""


class OfferRefusedError(Exception):
    """An offer that stays as it was."""


class NotSellableError(OfferRefusedError):
    """The product lacks what must be said before it is sold."""

    def __init__(self, product: Product, *, lacks: list[Lack]) -> None:
        super().__init__(f"{product} lacks {', '.join(lack.value for lack in lacks)}")
        self.product = product
        self.lacks = lacks


class UnderReservedError(OfferRefusedError):
    """Orders have reserved more than the quantity wished for."""

    def __init__(self, offer: Offer) -> None:
        super().__init__(f"{offer.reserved} reserved of {offer}")
        self.offer = offer


class OfferedAlreadyError(OfferRefusedError):
    """The product has an offer on that day: it is changed, not doubled."""


class DayCalledOffError(OfferRefusedError):
    """The market day is called off: nothing is put on sale there any more."""


class DayHeldError(OfferRefusedError):
    """The market was held: what its stalls sold stands in its books."""


class DayRefusedError(Exception):
    """What was asked of a market day, or of those who shop there, is not done; nothing was written."""


class WrongDayStateError(DayRefusedError):
    """The day is not where this verb starts from: somebody, or the clock, was quicker."""

    def __init__(self, market_day: MarketDay) -> None:
        super().__init__(f"{market_day} is {market_day.state}")
        self.market_day = market_day


class WindowOverError(DayRefusedError):
    """Orders would close before anybody could place one."""


class AfterOpeningError(DayRefusedError):
    """Orders close when the hall opens, at the latest."""


class NotOpenYetError(DayRefusedError):
    """A market is not over before it opened."""


class DayIsOverError(DayRefusedError):
    """The market was held: it is not called off any more."""


class ReasonMissingError(DayRefusedError):
    """Why must be said."""


class NothingPlannedError(DayRefusedError):
    """None of the dates asked for is free."""


class NobodyToTellError(DayRefusedError):
    """No order of those has an address to write to."""


class SameDayError(DayRefusedError):
    """A day is not copied from itself."""
