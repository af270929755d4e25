"""The moves of the solidarity fund: in the caller's transaction, under the order's lock and before the stock's.

The guard is one conditional UPDATE, with the database's CHECK under it; each move leaves its line.
"""

from typing import Any

from django.db.models import F
from django.utils import timezone

from market import rules
from market.models import Fund, FundEntry, FundWord, Order
from market.refusals import TotalChangedError

Kind = FundEntry.Kind
THE_ONE = 1


def balance() -> int:
    """What is in the fund, in cents."""
    return Fund.objects.filter(pk=THE_ONE).values_list("balance_cents", flat=True).first() or 0


def put_in(cents: int, *, kind: FundEntry.Kind, **about: Any) -> None:
    Fund.objects.get_or_create(pk=THE_ONE)
    Fund.objects.filter(pk=THE_ONE).update(balance_cents=F("balance_cents") + cents)
    FundEntry.objects.create(at=timezone.now(), kind=kind, cents=cents, **about)


def take_out(cents: int, *, kind: FundEntry.Kind, **about: Any) -> bool:
    """False, and nothing moved, when the fund has less."""
    if not _has(cents).update(balance_cents=F("balance_cents") - cents):
        return False
    FundEntry.objects.create(at=timezone.now(), kind=kind, cents=-cents, **about)
    return True


def help_order(order: Order, *, word: FundWord | None) -> None:
    """Pay the part that the shopper saw. Raises TotalChangedError when others were quicker."""
    if not order.fund_cents:
        return
    if not take_out(order.fund_cents, kind=Kind.HELP, order=order, word=word):
        raise TotalChangedError
    if word and not _serves_one_more(word).update(used=F("used") + 1):
        raise TotalChangedError


def let_go(order: Order) -> None:
    """The order is off: the fund's part returns, and its word serves again."""
    if not order.fund_cents:
        return
    help_given = _help_given(order)
    put_in(order.fund_cents, kind=Kind.HELP_BACK, order=order)
    if help_given.word_id:
        FundWord.objects.filter(pk=help_given.word_id).update(used=F("used") - 1)
    order.fund_cents = 0
    order.save(update_fields=["fund_cents"])


def help_again(order: Order) -> bool:
    """The fund's part of an order that comes back, as it was; False when it can't be paid any more."""
    help_given = (
        FundEntry.objects.filter(order=order, kind=Kind.HELP).select_related("word").first()
    )
    if help_given is None:
        return True
    word = help_given.word
    if word and not _serves_one_more(word).exists():
        return False
    if not take_out(-help_given.cents, kind=Kind.HELP, order=order, word=word):
        return False
    if word:
        _serves_one_more(word).update(used=F("used") + 1)
    order.fund_cents = -help_given.cents
    order.save(update_fields=["fund_cents"])
    return True


def follow(order: Order) -> None:
    """The fund's part follows a placed order downwards, never up; a cancelled one gives back its gift too."""
    if order.state == Order.State.CANCELLED:
        let_go(order)
        _take_gift_back(order)
        return
    part = rules.fund_part(
        payable_cents=order.through_the_hall_cents,
        percent=order.fund_percent,
        at_most=order.fund_cents,
    )
    if part < order.fund_cents:
        put_in(order.fund_cents - part, kind=Kind.HELP_BACK, order=order)
        order.fund_cents = part
        order.save(update_fields=["fund_cents"])


def receive_gift(order: Order) -> None:
    """The card was taken: what was added to the order enters the fund, once."""
    if order.gift_cents and order.state == Order.State.PLACED and not _received(order):
        put_in(order.gift_cents, kind=Kind.GIFT, order=order)


def forgo_gift(order: Order) -> None:
    """No card will give it: what is paid at the hall is the goods alone."""
    if order.gift_cents and not _received(order):
        order.gift_cents = 0
        order.save(update_fields=["gift_cents"])


def _take_gift_back(order: Order) -> None:
    """Of a gift that has been shared out already nothing is left to return: it stays given."""
    if not order.gift_cents:
        return
    if not _received(order) or take_out(order.gift_cents, kind=Kind.GIFT_BACK, order=order):
        order.gift_cents = 0
        order.save(update_fields=["gift_cents"])


def _has(cents: int) -> Any:
    """The fund, if it has as much: the guard, in the same statement as the write."""
    return Fund.objects.filter(pk=THE_ONE, balance_cents__gte=cents)


def _serves_one_more(word: FundWord) -> Any:
    return FundWord.objects.filter(pk=word.pk, used__lt=F("baskets"))


def _help_given(order: Order) -> FundEntry:
    """Latest first: an order that came back was helped twice."""
    return FundEntry.objects.filter(order=order, kind=Kind.HELP).order_by("-pk")[0]


def _received(order: Order) -> bool:
    return FundEntry.objects.filter(order=order, kind=Kind.GIFT).exists()
