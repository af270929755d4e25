"""What is asked to fill a basket, to order it, and to change the order."""

from market.forms.changes import ChangeForm
from market.forms.checkout import CheckoutForm
from market.forms.lines import LineForm
from market.forms.solidarity import GiftForm, SolidarityForm
from market.forms.withdrawals import WithdrawForm
from market.forms.words import WordForm

__all__ = [
    "ChangeForm",
    "CheckoutForm",
    "GiftForm",
    "LineForm",
    "SolidarityForm",
    "WithdrawForm",
    "WordForm",
]
