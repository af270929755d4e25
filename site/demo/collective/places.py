"""Where it all happens: the hall, its kitchen, and the two gardens."""

from commons.places.models import Place

TOWN = {"postcode": "01990", "city": "Val-des-Lônes"}

HALL = "La halle des Lônes"
KITCHEN = "La cuisine du Préau"
RIVERSIDE = "Le jardin des Lavandières"
HILLSIDE = "Le jardin du Fournil"

FACTS: dict[str, dict[str, str | int]] = {
    HALL: {
        "address": "place du Lavoir",
        "access": "Trois portes de plain-pied. Toilettes accessibles près de l’étal 8. Arceaux à vélos "
        "côté lavoir. Bus 4, arrêt Halle.",
    },
    KITCHEN: {
        "address": "2 rue du Préau",
        "seats_limit": 10,
        "access": "Rampe par la cour. Deux plans de travail se règlent en hauteur. Toilettes "
        "accessibles au fond du couloir.",
    },
    RIVERSIDE: {
        "address": "chemin des Lavandières",
        "seats_limit": 14,
        "access": "Portail large, allée stabilisée jusqu’à la cabane. Toilettes sèches. À cinq "
        "minutes à pied de la halle, par le quai.",
    },
    HILLSIDE: {
        "address": "montée du Fournil",
        "seats_limit": 12,
        "access": "Pente douce depuis la rue, puis sol enherbé : une personne vient vous chercher à "
        "l’arrêt Fournil si vous le demandez. Ni eau potable ni toilettes.",
    },
}


def lay() -> None:
    """Make each place that nobody made yet."""
    for name, facts in FACTS.items():
        Place.objects.get_or_create(name=name, defaults={**TOWN, **facts})


def named(name: str) -> Place:
    return Place.objects.get(name=name)
