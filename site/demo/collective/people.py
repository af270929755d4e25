"""Who signs in to try each role, and the fictional neighbours who fill lists and seats."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils.text import slugify

from commons.people.models import Person
from content import roles

PASSWORD = "demo"  # noqa: S105 (told to everybody, and refused in production with the whole demo)


@dataclass(frozen=True, kw_only=True)
class Role:
    """Someone to sign in as. ``name_fr`` and ``look_fr`` say what they do, and where to look."""

    box: str
    first_name: str
    last_name: str
    name_fr: str
    name_en: str
    look_fr: str
    look_en: str
    group: str = ""

    @property
    def email(self) -> str:
        return f"{self.box}@halle.example"


ROLES = (
    Role(
        box="redaction", first_name="Maëlle", last_name="Vidal", group=roles.WRITERS,
        name_fr="Rédaction", name_en="Editor",
        look_fr="/gestion/ : écrire un article, l’envoyer en relecture",
        look_en="/en/gestion/: write an article, send it for review",
    ),
    Role(
        box="relecture", first_name="Ousmane", last_name="Diarra", group=roles.REVIEWERS,
        name_fr="Relecture", name_en="Reviewer",
        look_fr="/gestion/ : relire, commenter, publier",
        look_en="/en/gestion/: review, comment, publish",
    ),
    Role(
        box="admin", first_name="Hélène", last_name="Maurin", group=roles.ADMINISTRATORS,
        name_fr="Administration", name_en="Administrator",
        look_fr="/gestion/ : tout, dont les personnes et les réglages",
        look_en="/en/gestion/: everything, people and settings included",
    ),
    Role(
        box="coordination", first_name="Lina", last_name="Ferhat", group=roles.MARKET_COORDINATORS,
        name_fr="Marché", name_en="Market coordinator",
        look_fr="/gestion/ : jours de marché, offres, commandes",
        look_en="/en/gestion/: market days, offers, orders",
    ),
    Role(
        box="animation", first_name="Joris", last_name="Delmas", group=roles.WORKSHOP_LEADS,
        name_fr="Ateliers", name_en="Workshop lead",
        look_fr="/gestion/ : les séances, qui vient, les pages d’atelier",
        look_en="/en/gestion/: sessions, who comes, pages of workshops",
    ),
    Role(
        box="porte", first_name="Sana", last_name="Belhadj", group=roles.FACILITATORS,
        name_fr="Animation", name_en="Facilitator",
        look_fr="/gestion/ : ses séances et la porte de celle d’aujourd’hui, rien d’autre",
        look_en="/en/gestion/: her own sessions and today’s door, nothing else",
    ),
    Role(
        box="jardins", first_name="Solange", last_name="Kouassi", group=roles.GARDEN_COORDINATORS,
        name_fr="Jardins", name_en="Garden coordinator",
        look_fr="/gestion/ : plan à dessiner, parcelles, attributions, liste d’attente",
        look_en="/en/gestion/: the plan to draw, plots, tenancies, waiting list",
    ),
    Role(
        box="ferme", first_name="Rémi", last_name="Castan", group=roles.PRODUCERS,
        name_fr="Production", name_en="Producer",
        look_fr="/gestion/ : les produits et les offres de la Ferme des Lônes, et ce qui est commandé",
        look_en="/en/gestion/: products and offers of Ferme des Lônes, and what is ordered",
    ),
    Role(
        box="tresorerie", first_name="Bastien", last_name="Roche", group=roles.TREASURERS,
        name_fr="Trésorerie", name_en="Treasurer",
        look_fr="/gestion/ : commandes, identité du collectif",
        look_en="/en/gestion/: orders, identity of the collective",
    ),
    Role(
        box="accueil", first_name="Colette", last_name="Nguyen", group=roles.FRONT_DESK,
        name_fr="Accueil", name_en="Desk volunteer",
        look_fr="/gestion/ : commandes du jour, inscriptions",
        look_en="/en/gestion/: orders of the day, bookings",
    ),
    Role(
        box="jardin", first_name="Nour", last_name="Haddad",
        name_fr="Jardinage", name_en="Gardener",
        look_fr="/jardins/lavandieres/ : la parcelle 9, à trois ; /marche/panier-habituel/ ; /demo/inbox/?pour=jardin",
        look_en="/en/jardins/lavandieres/: plot 9, for three; /en/marche/panier-habituel/; /demo/inbox/?pour=jardin",
    ),
    Role(
        box="marche", first_name="Amina", last_name="Keller",
        name_fr="Courses", name_en="Shopper",
        look_fr="/marche/ : remplir un panier ; ses reçus, /demo/inbox/?pour=marche",
        look_en="/en/marche/: fill a basket; the receipts, /demo/inbox/?pour=marche",
    ),
)  # fmt: skip

GARDENER, SHOPPER = "jardin@halle.example", "marche@halle.example"
WRITER, REVIEWER = "redaction@halle.example", "relecture@halle.example"
FARMER = "ferme@halle.example"
FACILITATOR = "porte@halle.example"
FRONT_DESK, COORDINATOR = "accueil@halle.example", "animation@halle.example"


@dataclass(frozen=True)
class Neighbour:
    """Someone without an account, as most visitors are."""

    name: str

    @property
    def email(self) -> str:
        return f"{slugify(self.name).replace('-', '.', 1)}@voisins.example"


NEIGHBOURS = tuple(
    Neighbour(name)
    for name in (
        "Yanis Belkacem", "Suzanne Perrin", "Theo Marchal", "Fatou Ndiaye", "Paul Escoffier",
        "Ines Carvalho", "Mireille Jacquet", "Hugo Tran", "Samira Bouzid", "Étienne Garnier",
        "Rosa Delgado", "Malik Traoré", "Camille Aubert", "Georges Lenoir", "Anouk Vasseur",
        "Tomasz Nowak", "Leïla Chérif", "Bernard Poncet", "Élodie Fabre", "Karim Saïdi",
        "Jeanne Morel", "Olena Kovalenko", "Victor Ramel", "Aya Diop", "Marguerite Blanc",
    )
)  # fmt: skip


def lay() -> None:
    """An account for each role, whose address is verified so that the password is enough."""
    known = set(Person.objects.values_list("email", flat=True))
    missing = [role for role in ROLES if role.email not in known]
    if not missing:
        return
    # Hashing is slow on purpose: ten times the same word is hashed once.
    password = make_password(PASSWORD)
    for role in missing:
        person = Person.objects.create_user(
            role.email,
            first_name=role.first_name,
            last_name=role.last_name,
        )
        person.groups.set(Group.objects.filter(name=role.group))
    emails = [role.email for role in missing]
    Person.objects.filter(email__in=emails).update(password=password)
    EmailAddress.objects.filter(email__in=emails).update(verified=True, primary=True)


def of(email: str) -> Person:
    return Person.objects.get(email=email)
