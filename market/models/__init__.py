"""What the market stores: who sells, what, on which day, and who ordered it."""

from market.models.baskets import Basket, BasketLine, BasketNote, IfShort
from market.models.days import MarketDay, Offer, Stall
from market.models.goods import Product
from market.models.hall import Landmark, Pitch
from market.models.logbook import DayLogLine
from market.models.messages import DayMessage, DayMessageCopy
from market.models.order_changes import OrderChange
from market.models.order_words import OrderNote, OrderWord
from market.models.orders import Order, OrderLine
from market.models.recurring import PreparedBasket, PreparedGap, RecurringLine, RecurringList
from market.models.sellers import Collective, Producer, VatRegime
from market.models.slots import PickUpSlot
from market.models.solidarity import Fund, FundEntry, FundWord, Gift, Solidarity
from market.models.withdrawals import Withdrawal
from market.pages import ProducerIndexPage, ProducerPage

__all__ = [
    "Basket",
    "BasketLine",
    "BasketNote",
    "Collective",
    "DayLogLine",
    "DayMessage",
    "DayMessageCopy",
    "Fund",
    "FundEntry",
    "FundWord",
    "Gift",
    "IfShort",
    "Landmark",
    "MarketDay",
    "Offer",
    "Order",
    "OrderChange",
    "OrderLine",
    "OrderNote",
    "OrderWord",
    "PickUpSlot",
    "Pitch",
    "PreparedBasket",
    "PreparedGap",
    "Producer",
    "ProducerIndexPage",
    "ProducerPage",
    "Product",
    "RecurringLine",
    "RecurringList",
    "Solidarity",
    "Stall",
    "VatRegime",
    "Withdrawal",
]
