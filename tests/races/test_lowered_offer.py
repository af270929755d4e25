"""A producer lowers an offer while shoppers order it: never under what they have."""

from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connection

from market import actions
from market.guards import stock
from market.models import Offer
from market.refusals import UnderReservedError
from tests.market.factories import OfferFactory

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def race(*runs):
    """Run these at once, each with its own connection; what each raised, in their order."""
    start, raised = Barrier(len(runs)), [None] * len(runs)

    def run(rank):
        start.wait()
        try:
            runs[rank]()
        except UnderReservedError as error:
            raised[rank] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=[rank]) for rank in range(len(runs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def lower_by_reading_first(met):
    """What a naive desk does: read, compare, write."""

    def lower(*, offer_id, quantity):
        offer = Offer.objects.get(pk=offer_id)
        met.wait()  # the order is placed between this look
        met.wait()  # and this writing
        if offer.reserved <= quantity:
            Offer.objects.filter(pk=offer_id).update(quantity=quantity)

    return lower


def test_without_the_guard_a_lowering_crosses_an_order():
    """The control: a read before the write lets the quantity go under what was reserved meanwhile."""
    offer, met = OfferFactory(), Barrier(2)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE market_offer DROP CONSTRAINT offer_never_oversold")
    try:
        lower = lower_by_reading_first(met)

        def order():
            met.wait()
            assert stock.reserve_all_or_nothing({offer.pk: Decimal(10)})
            met.wait()

        assert race(lambda: lower(offer_id=offer.pk, quantity=Decimal(5)), order) == [None, None]
        offer.refresh_from_db()
        assert offer.reserved > offer.quantity
    finally:
        Offer.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute(
                "ALTER TABLE market_offer ADD CONSTRAINT offer_never_oversold"
                " CHECK (reserved >= 0 AND reserved <= quantity)"
            )


@pytest.mark.parametrize("turn", range(5))
def test_a_lowering_and_orders_at_once_never_cross(turn):
    offer = OfferFactory(quantity=Decimal(12))
    raised = race(
        *[lambda: stock.reserve_all_or_nothing({offer.pk: Decimal(1)}) for _shopper in range(9)],
        lambda: actions.set_offer(offer_id=offer.pk, quantity=Decimal(5)),
    )
    offer.refresh_from_db()
    assert raised[:9] == [None] * 9
    assert offer.reserved <= offer.quantity
    if raised[9] is None:
        assert (offer.quantity, offer.reserved) == (5, 5)
    else:
        assert isinstance(raised[9], UnderReservedError)
        assert offer.quantity == 12
