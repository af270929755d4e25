"""What gardeners know of the two gardens, and by which rules their plots are given."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Its story is in ``demo/data/gardens``, under its slug."""

    slug: str
    climate: str
    climate_en: str
    criteria: str
    criteria_en: str


GARDENS = (
    Facts(
        slug="lavandieres",
        climate="Alluvions légères, faciles à bêcher. Dernières gelées vers le 10 mai, brume au "
        "bord de l’eau.",
        climate_en="Light river soil, easy to dig. Last frosts around 10 May, mist by the water.",
        criteria="Les parcelles libres sont proposées dans l’ordre des demandes, avec les "
        "avances publiées ici.\n\nLes bacs surélevés vont d’abord à qui ne peut pas se baisser. "
        "Une parcelle partagée se propose à qui a dit oui au partage, dans le même ordre.\n\nOn "
        "commence par une saison d’essai. Deux matinées communes par an, et l’on arrose à tour de "
        "rôle.",
        criteria_en="Free plots are offered in the order of requests, with the "
        "head starts published here.\n\nRaised beds go first to those who cannot bend. A shared plot is offered to those "
        "who said yes to sharing, in the same order.\n\nYou start with a trial season. Two mornings "
        "of common work a year, and everyone takes a turn at watering.",
    ),
    Facts(
        slug="fournil",
        climate="Coteau plein sud, terre caillouteuse qui chauffe vite et sèche vite. Peu de gel.",
        climate_en="South-facing slope, stony soil that warms fast and dries fast. Little frost.",
        criteria="Les parcelles libres sont proposées dans l’ordre des demandes.\n\nLe terrain est en "
        "pente et l’eau se porte : dites-le-nous si cela vous arrête, on cherchera une place aux "
        "Lavandières sans que vous perdiez votre date.",
        criteria_en="Free plots are offered in the order of requests.\n\nThe ground slopes and water "
        "is carried by hand: tell us if that stops you, and we will look for a place at Lavandières "
        "without your losing your date.",
    ),
)
