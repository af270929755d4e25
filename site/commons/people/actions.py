"""What people change about their account."""

from django.db import transaction

from commons.people.models import CalendarKey, new_secret


def change_calendar_key(*, person_id: int) -> CalendarKey:
    """Give a person's calendar an address, or a new one: the old address then finds nothing."""
    with transaction.atomic(durable=True):
        key, _created = CalendarKey.objects.update_or_create(
            person_id=person_id, defaults={"secret": new_secret()}
        )
    return key
