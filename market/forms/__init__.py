"""What is asked to fill a basket, to order it, and to change the order."""

from market.forms.changes import ChangeForm
from market.forms.checkout import CheckoutForm
from market.forms.lines import LineForm
from market.forms.recurring import ArrangeForm, PauseForm, RecurringLineForm
from market.forms.solidarity import GiftForm, SolidarityForm
from market.forms.withdrawals import WithdrawForm
from market.forms.words import WordForm

__all__ = [
    "ArrangeForm",
    "ChangeForm",
    "CheckoutForm",
    "GiftForm",
    "LineForm",
    "PauseForm",
    "RecurringLineForm",
    "SolidarityForm",
    "WithdrawForm",
    "WordForm",
]
