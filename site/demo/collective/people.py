"""One person in each role. They all have the same password, which only a demo may have."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission

from commons.people.models import Household, Person
from content.roles import REVIEWERS, WRITERS

PASSWORD = "demo"  # noqa: S105 (a demo's, printed on its screen)
DOMAIN = "valdeslones.example"
DESK = "Permanence"
TREASURY = "Trésorerie"

# What each desk may see and change, by application.
DESKS = {
    DESK: ({"workshops", "market", "gardens"}, {"add", "change", "view"}),
    TREASURY: ({"market", "payments"}, {"view"}),
}


@dataclass(frozen=True, kw_only=True)
class Role:
    """Somebody who can sign in, and what they come for."""

    name: str
    does_fr: str
    does_en: str
    first_name: str
    last_name: str
    groups: tuple[str, ...] = ()
    is_superuser: bool = False
    household: str = ""

    @property
    def email(self) -> str:
        return f"{self.name}@{DOMAIN}"


ROLES = (
    Role(
        name="coordination",
        does_fr="coordonne, voit tout",
        does_en="coordinates, sees everything",
        first_name="Inès",
        last_name="Valmorel",
        is_superuser=True,
    ),
    Role(
        name="redaction",
        does_fr="écrit des pages",
        does_en="writes pages",
        first_name="Maëlle",
        last_name="Toussaint",
        groups=(WRITERS,),
    ),
    Role(
        name="relecture",
        does_fr="relit et publie",
        does_en="reviews and publishes",
        first_name="Gaspard",
        last_name="Oyono",
        groups=(REVIEWERS,),
    ),
    Role(
        name="tresorerie",
        does_fr="tient les comptes",
        does_en="keeps the books",
        first_name="Bénédicte",
        last_name="Carrel",
        groups=(TREASURY,),
    ),
    Role(
        name="permanence",
        does_fr="accueille au stand",
        does_en="welcomes people at the desk",
        first_name="Youssef",
        last_name="Brahimi",
        groups=(DESK,),
    ),
    Role(
        name="jardin",
        does_fr="cultive une parcelle",
        does_en="grows a plot",
        first_name="Rose-Marie",
        last_name="Delubac",
        household="Foyer Delubac-Nunes",
    ),
    Role(
        name="marche",
        does_fr="fait son marché",
        does_en="shops at the market",
        first_name="Tiago",
        last_name="Nunes",
        household="Foyer Delubac-Nunes",
    ),
    Role(
        name="ferme",
        does_fr="produit et vend",
        does_en="grows and sells",
        first_name="Odile",
        last_name="Buisson",
    ),
)


def load() -> None:
    """Make the groups of the desks and the people who are not there yet."""
    for name, (applications, verbs) in DESKS.items():
        _desk(name, applications=applications, verbs=verbs)
    known = set(Person.objects.values_list("email", flat=True))
    for role in ROLES:
        if role.email not in known:
            _person(role)


def _person(role: Role) -> None:
    household = None
    if role.household:
        household, _created = Household.objects.get_or_create(name=role.household)
    person = Person.objects.create_user(
        role.email,
        PASSWORD,
        first_name=role.first_name,
        last_name=role.last_name,
        household=household,
        is_superuser=role.is_superuser,
    )
    person.groups.set(Group.objects.filter(name__in=role.groups))
    EmailAddress.objects.filter(user=person).update(verified=True)


def _desk(name: str, *, applications: Iterable[str], verbs: Iterable[str]) -> None:
    group, created = Group.objects.get_or_create(name=name)
    if not created:
        return
    wanted = Permission.objects.filter(content_type__app_label__in=applications)
    group.permissions.set(
        permission for permission in wanted if permission.codename.split("_")[0] in verbs
    )
    group.permissions.add(Permission.objects.get(codename="access_admin"))
