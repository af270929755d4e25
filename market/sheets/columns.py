"""The columns of the file of products, under their French headings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from market.sheets import cells

CATEGORIES = {
    "Légumes": "legumes",
    "Fruits": "fruits",
    "Herbes et fleurs": "aromatiques",
    "Pains et farines": "pains",
    "Fromages et lait": "cremerie",
    "Œufs": "oeufs",
    "Viandes et poissons": "viandes",
    "Épicerie": "epicerie",
    "Plants et graines": "plants",
}
UNITS = {"pièce": "piece", "botte": "bunch", "kg": "kg", "litre": "litre", "lot": "pack"}
CONTENTS = {"kg": "kg", "l": "litre"}

PRODUCER, NAME, PLANT = "Ferme", "Nom", "Plante"
# What a product is known by.
KEYS = (PRODUCER, NAME)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A heading, the field of the product it fills, and how its cells are read and written."""

    heading: str
    field: str
    read: Callable[[str], Any] = cells.text
    write: Callable[[Any], str] = cells.say


COLUMNS = (
    Column(heading=NAME, field="name_fr"),
    Column(heading="Nom anglais", field="name_en"),
    Column(
        heading="Rayon",
        field="category",
        read=cells.one_of(CATEGORIES),
        write=cells.say_one_of(CATEGORIES),
    ),
    Column(
        heading="Vendu à", field="unit", read=cells.one_of(UNITS), write=cells.say_one_of(UNITS)
    ),
    Column(heading="Pas de commande", field="step", read=cells.step),
    Column(heading="Contenu", field="pack_size", read=cells.number),
    Column(
        heading="Unité du contenu",
        field="pack_unit",
        read=cells.one_of(CONTENTS),
        write=cells.say_one_of(CONTENTS),
    ),
    Column(heading="Pesé à la halle", field="weighed", read=cells.yes_or_no),
    Column(heading="TVA", field="vat_rate", read=cells.rate),
    Column(heading=PLANT, field="plant"),
    Column(heading="Pays d’origine", field="origin"),
    Column(heading="Lieu d’origine", field="origin_place"),
    Column(heading="Variété", field="variety"),
    Column(heading="Catégorie", field="grade"),
    Column(
        heading="Allergènes",
        field="allergen_codes",
        read=cells.allergens,
        write=cells.say_allergens,
    ),
    Column(heading="Précision sur les allergènes", field="allergens_fr"),
    Column(heading="Précision, en anglais", field="allergens_en"),
    Column(heading="Bio", field="organic", read=cells.yes_or_no),
    Column(heading="Organisme certificateur", field="certifier"),
    Column(heading="Certificat jusqu’au", field="certificate_until", read=cells.day),
    Column(heading="Conservation", field="storage_fr"),
    Column(heading="Conservation, en anglais", field="storage_en"),
    Column(heading="Se garde peu", field="perishable", read=cells.yes_or_no),
    Column(heading="Alcool", field="alcohol", read=cells.yes_or_no),
    Column(heading="Mois de saison", field="own_season", read=cells.months),
    Column(heading="Description", field="description_fr"),
    Column(heading="Description en anglais", field="description_en"),
)

# Two products as the file says them: what is not here stays empty.
EXAMPLES: tuple[dict[str, str], ...] = (
    {
        NAME: "Carottes en botte", "Nom anglais": "Bunched carrots", "Rayon": "Légumes",
        "Vendu à": "botte", "Pas de commande": "1", "Contenu": "0,6", "Unité du contenu": "kg",
        "TVA": "5,5", PLANT: "carotte", "Pays d’origine": "France", "Lieu d’origine": "Drôme",
        "Variété": "Nantaise", "Allergènes": "aucun", "Se garde peu": "oui",
    },
    {
        NAME: "Tomme de brebis", "Nom anglais": "Ewe’s milk tomme", "Rayon": "Fromages et lait",
        "Vendu à": "kg", "Pas de commande": "0,25", "Pesé à la halle": "oui", "TVA": "5,5",
        "Pays d’origine": "France", "Lieu d’origine": "Ardèche", "Allergènes": "lait", "Bio": "oui",
        "Organisme certificateur": "FR-BIO-01", "Certificat jusqu’au": "31/12/2027",
        "Conservation": "Au frais, 4 °C au plus", "Conservation, en anglais": "Keep cool, 4 °C at most",
        "Se garde peu": "oui",
    },
)  # fmt: skip
