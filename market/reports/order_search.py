"""An order by what people say of it: the number said aloud, a name, an address, a telephone."""

import re

from django.db.models import Q, QuerySet
from django.utils.text import slugify

from commons.finding.plain import Digits, Plain, plainly
from market.models import Order

# « poire 482 », « POIRE-482 », « Poire482 », once it is in small letters with one dash at most.
NUMBER = re.compile(r"([a-z]+)-?(\d{1,6})")
TELEPHONE = re.compile(r"[+\d][\d\s./()-]+")
LEAST_DIGITS = 4  # fewer would be anybody's
NATIONAL = 9  # the digits that "+33 6…" and "06…" share


def search(orders: QuerySet[Order], text: str) -> QuerySet[Order]:
    """Those that fit; every order for an empty text."""
    words = " ".join(text.split())
    if not words:
        return orders
    if number := NUMBER.fullmatch(slugify(words)):
        return orders.filter(number=f"{number[1]}-{number[2]}".upper())
    if "@" in words:
        return orders.filter(email__contains=words.lower())
    if TELEPHONE.fullmatch(words):
        return _by_telephone(orders, words)
    return _by_name(orders, words)


def _by_telephone(orders: QuerySet[Order], words: str) -> QuerySet[Order]:
    digits = re.sub(r"\D", "", words)
    if len(digits) < LEAST_DIGITS:
        return orders.none()
    return orders.alias(digits=Digits("phone")).filter(digits__contains=digits[-NATIONAL:])


def _by_name(orders: QuerySet[Order], words: str) -> QuerySet[Order]:
    """Every word of it in the name, whatever their order; or the word that begins a number."""
    named = Q()
    for rank, word in enumerate(words.split()):
        orders = orders.alias(**{f"name_{rank}": Plain("name")})
        named &= Q(**{f"name_{rank}__contains": plainly(word)})
    begins = slugify(words).upper()
    return orders.filter(named | Q(number__startswith=f"{begins}-"))
