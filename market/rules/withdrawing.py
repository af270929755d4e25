"""Until when a shopper may change their mind about what keeps [C. conso. L.221-18, L.221-19, L.221-28]."""

from datetime import date, timedelta

from commons.calendars.patterns import is_holiday

WITHDRAW_WITHIN = timedelta(days=14)
SATURDAY = 5


def last_day_to_withdraw(received_on: date) -> date:
    """The fourteenth day after the goods were had, included; one that is not worked lasts until one that is."""
    last = received_on + WITHDRAW_WITHIN
    while last.weekday() >= SATURDAY or is_holiday(last):
        last += timedelta(days=1)
    return last
