"""Reads about people."""

from allauth.account.models import EmailAddress

from commons.people.models import Person


def person_by_calendar_secret(secret: str) -> Person | None:
    """Whose calendar an address opens; nobody's once it was changed or the account was closed."""
    return Person.objects.filter(calendar_key__secret=secret, is_active=True).first()


def proven_addresses(person: Person) -> list[str]:
    """The addresses a person has shown to be theirs, in lower case: what was booked under them is theirs too."""
    verified = EmailAddress.objects.filter(user=person, verified=True)
    return [address.lower() for address in verified.values_list("email", flat=True)]
