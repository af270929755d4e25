"""The verbs of the solidarity fund: gifts by card, what is put into its box, and its words."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from commons.payments.actions import abandon_payment, forget_payers, prepare_payment
from commons.people.models import Person
from market import rules
from market.models import FundEntry, FundWord, Gift
from market.money import fund, paying
from market.numbers import draw_word

Kind = FundEntry.Kind


class FundShortError(Exception):
    """The fund has less than what would be taken out."""


def offer_gift(
    *, form_key: UUID, amount_cents: int, email: str, language: str, now: datetime
) -> Gift:
    """Write down a gift and its payment by card; the same form sent again is the same gift."""
    with transaction.atomic(durable=True):
        gift, is_new = Gift.objects.get_or_create(
            form_key=form_key,
            defaults={
                "amount_cents": amount_cents,
                "email": email,
                "language": language,
                "created_at": now,
            },
        )
        if is_new:
            prepare_payment(
                kind=paying.GIFT,
                subject_id=gift.pk,
                amount_cents=amount_cents,
                payer_email=email,
                description=_("Don à la caisse de solidarité"),
            )
    return gift


def release_gift(*, gift_id: int) -> None:
    """Give up the card of a gift. Raises ProviderUnreachableError: it then waits for the next try."""
    attempt = paying.open_payment_of_gift(gift_id)
    if attempt:
        abandon_payment(payment_id=attempt.pk)


def note_cash(*, cents: int, by: Person | None, reason: str) -> None:
    """What people put into the box at the hall enters the fund."""
    with transaction.atomic(durable=True):
        fund.put_in(cents, kind=Kind.CASH, by=by, reason=reason)


def correct_fund(*, cents: int, by: Person, reason: str) -> None:
    """Put right what was noted wrongly, up or down, with its reason. Raises FundShortError."""
    with transaction.atomic(durable=True):
        if cents > 0:
            fund.put_in(cents, kind=Kind.CORRECTION, by=by, reason=reason)
        elif not fund.take_out(-cents, kind=Kind.CORRECTION, by=by, reason=reason):
            raise FundShortError


def make_word(*, given_by: str, basket_cents: int, baskets: int, until: date) -> FundWord:
    """A new word, that nobody comes upon by chance."""
    while True:
        try:
            with transaction.atomic():
                return FundWord.objects.create(
                    word=draw_word(),
                    given_by=given_by,
                    basket_cents=basket_cents,
                    baskets=baskets,
                    until=until,
                )
        except IntegrityError:
            continue


def forget_givers(*, now: datetime) -> None:
    """Erase the addresses of givers three years after, as those of shoppers; the sums stay."""
    with transaction.atomic(durable=True):
        old = Gift.objects.filter(created_at__lt=now - rules.KEEP_NAMES_FOR).exclude(email="")
        forget_payers(kind=paying.GIFT, subject_ids=list(old.values_list("pk", flat=True)))
        old.update(email="")
