"""The key of an account's baskets."""

from uuid import UUID, uuid5

from commons.people.models import Person

_ACCOUNTS = UUID("5d0c7f2e-4a3b-4c1c-9a54-0f6f3f1f7a10")  # any: it sets our keys apart


def key_of(person: Person) -> UUID:
    """The same on each of a person's devices. It never leaves the server."""
    return uuid5(_ACCOUNTS, str(person.pk))
