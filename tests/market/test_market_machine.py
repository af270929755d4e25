"""A market played at random: whatever shoppers, producers, the hall and the clock do, stock and money agree.

Moves are verbs, stories are moves in a row, the provider is played by hand. The checks are made after every step.
"""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from commons.payments.models import Refund
from tests.market.machine.giving import GivingStories


@pytest.mark.django_db
def test_stock_and_money_agree_whatever_happens():
    run_state_machine_as_test(
        GivingStories,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Refund.objects.filter(state=Refund.State.FAILED).count() == 0
