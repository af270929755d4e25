"""Where the collective meets, and what the foot of each page says."""

from commons.cms.models import StoryPage
from commons.places.models import House, Place
from content.models import PlaceIndexPage, PlacePage
from demo.collective.telling import Told, tell

HALL = "La halle du Confluent"
KITCHEN = "La cuisine de la halle"
RAILS = "Le jardin des Rails"
CURE = "Le jardin de la Cure"

TOWN = {"postcode": "69999", "city": "Val-des-Lônes"}

PLACES = {
    HALL: {
        "address": "12 place du Confluent",
        "access": "De plain-pied par la rue des Mariniers. Toilettes adaptées au fond de la halle. "
        "Arceaux à vélos côté fontaine, bus 7, arrêt « Halle ».",
    },
    KITCHEN: {
        "address": "12 place du Confluent, à l’étage",
        "seats_limit": 12,
        "access": "Ascenseur à côté de l’étal 8. Un plan de travail est réglable en hauteur.",
    },
    RAILS: {
        "address": "3 chemin de l’Ancienne-Gare",
        "seats_limit": 14,
        "access": "Portail vert, code donné à l’inscription. Allée stabilisée jusqu’à la cabane ; "
        "deux bacs se jardinent assis.",
    },
    CURE: {
        "address": "1 montée de la Cure",
        "seats_limit": 10,
        "access": "Trois marches à l’entrée, rampe à la demande. Ni eau potable ni toilettes sur place.",
    },
}

HOUSE = {
    "address": "12 place du Confluent, 69999 Val-des-Lônes",
    "hours_fr": "Marché le samedi, 9 h – 12 h 30\nPermanence le mercredi, 17 h – 19 h",
    "hours_en": "Market on Saturdays, 9:00–12:30\nDrop-in desk on Wednesdays, 17:00–19:00",
    "join_text_fr": "120 adhérents, huit producteurs, deux jardins. Passez un samedi : "
    "on vous mettra un tablier.",
    "join_text_en": "120 members, eight producers, two gardens. Drop in one Saturday: "
    "we will find you an apron.",
    "email": "bonjour@valdeslones.example",
    "phone": "04 00 00 00 12",
}


def load() -> None:
    """Places, their pages, and the foot of the site while nobody has written it."""
    for name, facts in PLACES.items():
        place, _created = Place.objects.get_or_create(name=name, defaults=TOWN | facts)
        fr, en, illustration = STORIES[name]
        tell(
            PlacePage,
            under=PlaceIndexPage,
            slug=SLUGS[name],
            fr=fr,
            en=en,
            place=place,
            illustration=illustration,
        )
    house = House.load()
    if not house.address:
        for field, words in HOUSE.items():
            setattr(house, field, words)
        house.save()


SLUGS = {HALL: "halle", KITCHEN: "cuisine", RAILS: "jardin-des-rails", CURE: "jardin-de-la-cure"}

STORIES = {
    HALL: (
        Told(
            title=HALL,
            lead="Une charpente de 1893, fermée dix-sept ans, rouverte par celles et ceux qui "
            "habitent autour.",
            body=(
                "La halle a vendu du poisson de rivière, puis des pneus, puis plus rien. En trois hivers "
                "de réunions et deux chantiers d’été, le quartier l’a rouverte : huit étals le samedi, "
                "une grande table au milieu, et le droit d’y rester sans rien acheter.",
                "> On vient pour les poireaux, on repart avec des nouvelles. — Odile, maraîchère, étal 1",
                "<h2>Bon à savoir</h2><ul><li>Les chiens restent à la fontaine, il y a des crochets.</li>"
                "<li>Un chariot se prête contre un prénom.</li><li>Le coin calme est derrière l’étal 6.</li></ul>",
            ),
        ),
        Told(
            title="The Confluent hall",
            lead="A timber roof of 1893, closed for seventeen years, reopened by those who live around it.",
            body=(
                "The hall sold river fish, then tyres, then nothing. It took three winters of meetings and "
                "two summers of work to reopen it: eight stalls on Saturdays, a long table in the middle, "
                "and the right to stay without buying anything.",
                "> You come for leeks and leave with the news. — Odile, market gardener, stall 1",
                "<h2>Good to know</h2><ul><li>Dogs wait at the fountain; there are hooks.</li><li>Borrow a "
                "trolley in exchange for your first name.</li><li>The quiet corner is behind stall 6.</li></ul>",
            ),
        ),
        StoryPage.Illustration.HALL,
    ),
    KITCHEN: (
        Told(
            title=KITCHEN,
            lead="Six feux, deux fours et douze tabliers, au-dessus du marché.",
            body=(
                "Ce qui ne s’est pas vendu à midi mijote à deux heures. La cuisine sert aux ateliers, aux "
                "bocaux de saison et aux repas de quartier ; elle se prête aux adhérents, contre un coup d’éponge.",
            ),
        ),
        Told(
            title="The hall kitchen",
            lead="Six burners, two ovens and twelve aprons, above the market.",
            body=(
                "What was not sold at noon is simmering by two. The kitchen hosts workshops, seasonal preserving "
                "and neighbourhood meals; members can borrow it, and leave it as clean as they found it.",
            ),
        ),
        StoryPage.Illustration.KITCHEN,
    ),
    RAILS: (
        Told(
            title=RAILS,
            lead="Vingt parcelles le long de la voie qui ne mène plus nulle part.",
            body=(
                "Le ballast a laissé une terre maigre : on l’a nourrie de feuilles, de marc et de patience. "
                "La cabane est l’ancien poste d’aiguillage ; le thé y est toujours chaud le dimanche matin.",
            ),
        ),
        Told(
            title="The Rails garden",
            lead="Twenty plots along a railway line that no longer goes anywhere.",
            body=(
                "The ballast left poor soil: we fed it leaves, coffee grounds and patience. The shed is the old "
                "signal box; on Sunday mornings the tea is always hot.",
            ),
        ),
        StoryPage.Illustration.GARDEN,
    ),
    CURE: (
        Told(
            title=CURE,
            lead="Dix carrés en terrasse derrière l’église, au soleil dès neuf heures.",
            body=(
                "Trois terrasses de pierre sèche, un figuier centenaire et des récupérateurs d’eau partout : "
                "ici on cultive peu et on arrose malin.",
            ),
        ),
        Told(
            title="The Cure garden",
            lead="Ten terraced beds behind the church, in the sun from nine.",
            body=(
                "Three dry-stone terraces, a hundred-year-old fig tree and rain barrels everywhere: here we grow "
                "little and water wisely.",
            ),
        ),
        StoryPage.Illustration.COMPOST,
    ),
}
