"""Some seventy products, by the producer who sells them."""

from demo.collective.wares import farm, garden, orchard, pantry
from demo.collective.wares.ware import Ware

WARES: dict[str, tuple[Ware, ...]] = {
    "ferme-des-lones": garden.RIVERSIDE_FARM,
    "maraichage-du-moulin": garden.MILL_FARM,
    "verger-des-trois-combes": (*orchard.ORCHARD, *pantry.ORCHARD),
    "rucher-des-aulnes": (*orchard.HIVES, *pantry.HIVES),
    "fournil-du-lavoir": (*farm.BAKERY, *pantry.BAKERY),
    "laiterie-du-pre-carre": (*farm.DAIRY, *pantry.DAIRY),
    "chevrerie-de-la-roche": farm.GOATS,
    "ferme-du-coteau": (*farm.HILL_FARM, *pantry.HILL_FARM),
}
