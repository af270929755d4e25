"""Eight producers and their sixty products, as a stall would write them down."""

from dataclasses import dataclass, field
from typing import Any

from market.models import Producer, Product, VatRegime

Settlement = Producer.Settlement
Category = Product.Category
Unit = Product.Unit

FLAT_RATE_MENTION = "Remboursement forfaitaire agricole"
FRANCHISE_MENTION = "TVA non applicable"


@dataclass(frozen=True)
class Good:
    """A product with its usual price in cents and what a stall brings of it.

    ``more`` holds the other fields of Product; a product without a plant or months of its own is
    always in season.
    """

    plant: str
    fr: str
    en: str
    category: str
    unit: str
    cents: int
    brought: int
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Maker:
    """A producer, their stall, and their goods."""

    slug: str
    name: str
    town: str
    km: int
    pictogram: str
    story_fr: str
    story_en: str
    legal_name: str
    settlement: str = Settlement.CONNECT
    vat_regime: str = VatRegime.LIABLE
    vat_mention: str = ""
    organic: bool = False
    goods: tuple[Good, ...]


def veg(plant: str, fr: str, en: str, unit: str, cents: int, brought: int, **more: Any) -> Good:
    return Good(plant, fr, en, Category.VEGETABLES, unit, cents, brought, more)


def fruit(plant: str, fr: str, en: str, cents: int, brought: int, **more: Any) -> Good:
    return Good(plant, fr, en, Category.FRUIT, Unit.KG, cents, brought, more)


def good(category: str, fr: str, en: str, unit: str, cents: int, brought: int, **more: Any) -> Good:
    return Good("", fr, en, category, unit, cents, brought, more)


def pack(size: str, unit: str = "kg") -> dict[str, str]:
    """Weight or volume of one unit, for the price per kilo or litre."""
    return {"pack_size": size, "pack_unit": unit}


HALF_KILO = {"step": "0.5"}
MILK = {"allergens_fr": "lait", "allergens_en": "milk"}
GLUTEN = {"allergens_fr": "gluten", "allergens_en": "gluten"}
NUTS = {"allergens_fr": "fruits à coque", "allergens_en": "nuts"}
EGGS = {"allergens_fr": "œufs", "allergens_en": "eggs"}

MAKERS = (
    Maker(
        slug="ferme-des-buis",
        name="Ferme des Buis",
        town="Saint-Aubin-les-Lônes",
        km=14,
        pictogram="poireau",
        story_fr="Odile Buisson et deux saisonnières, quatre hectares de limon, pas de serre chauffée.",
        story_en="Odile Buisson and two seasonal workers, four hectares of silt, no heated greenhouse.",
        legal_name="EARL des Buis",
        vat_mention=FLAT_RATE_MENTION,
        vat_regime=VatRegime.FLAT_RATE,
        organic=True,
        goods=(
            veg("poireau", "Poireaux", "Leeks", Unit.BUNCH, 260, 40, **pack("1")),
            veg(
                "carotte", "Carottes de sable", "Sand-grown carrots", Unit.KG, 240, 60, **HALF_KILO
            ),
            veg("epinard", "Épinards", "Spinach", Unit.KG, 450, 18, **HALF_KILO),
            veg(
                "pomme-de-terre",
                "Pommes de terre",
                "Potatoes",
                Unit.KG,
                190,
                120,
                variety="Charlotte",
            ),
            veg("oignon", "Oignons jaunes", "Yellow onions", Unit.KG, 220, 50, **HALF_KILO),
            veg("courge", "Potimarron", "Red kuri squash", Unit.PIECE, 320, 30, **pack("1.2")),
            veg(
                "tomate",
                "Tomates anciennes",
                "Heritage tomatoes",
                Unit.KG,
                390,
                60,
                grade="I",
                **HALF_KILO,
            ),
            veg("courgette", "Courgettes", "Courgettes", Unit.KG, 260, 40, **HALF_KILO),
            veg("haricot-vert", "Haricots verts", "French beans", Unit.KG, 780, 15, **HALF_KILO),
            veg("ail", "Ail rose", "Pink garlic", Unit.BUNCH, 550, 12, **pack("0.5")),
        ),
    ),
    Maker(
        slug="jardins-de-lone",
        name="Les Jardins de Lône",
        town="Val-des-Lônes",
        km=3,
        pictogram="laitue",
        story_fr="Jardin d’insertion : six personnes par saison y apprennent le métier, à vélo du centre.",
        story_en="A back-to-work garden: six people a season learn the trade, a bike ride from the centre.",
        legal_name="Association Les Jardins de Lône",
        vat_regime=VatRegime.FRANCHISE,
        vat_mention=FRANCHISE_MENTION,
        goods=(
            veg("mache", "Mâche", "Lamb’s lettuce", Unit.PACK, 220, 30, **pack("0.15")),
            veg("laitue", "Laitue pommée", "Butterhead lettuce", Unit.PIECE, 130, 40, grade="I"),
            veg("radis", "Radis roses", "Pink radishes", Unit.BUNCH, 180, 35),
            veg("blette", "Blettes à carde", "Swiss chard", Unit.BUNCH, 250, 25),
            veg("navet", "Navets nouveaux", "Young turnips", Unit.BUNCH, 230, 25),
            veg(
                "betterave",
                "Betteraves cuites au four",
                "Oven-roasted beetroot",
                Unit.KG,
                380,
                20,
                **HALF_KILO,
            ),
            veg("fenouil", "Fenouil", "Fennel", Unit.KG, 340, 18, **HALF_KILO),
            veg(
                "petit-pois", "Petits pois à écosser", "Garden peas", Unit.KG, 620, 20, **HALF_KILO
            ),
            veg("panais", "Panais", "Parsnips", Unit.KG, 290, 25, **HALF_KILO),
            good(
                Category.HERBS,
                "Persil et ciboulette",
                "Parsley and chives",
                Unit.BUNCH,
                120,
                30,
                pictogram="aromates",
            ),
            good(
                Category.HERBS,
                "Bouquet du jardin",
                "Garden bouquet",
                Unit.BUNCH,
                600,
                14,
                pictogram="fleurs",
                own_season=[4, 5, 6, 7, 8, 9, 10],
                vat_rate="10",
            ),
        ),
    ),
    Maker(
        slug="verger-d-ambre",
        name="Verger d’Ambre",
        town="Coteau-Saint-Pré",
        km=22,
        pictogram="pomme",
        story_fr="Trente variétés de pommes, dont onze que personne d’autre ne greffe dans la vallée.",
        story_en="Thirty varieties of apple, eleven of which nobody else in the valley still grafts.",
        legal_name="GAEC du Verger d’Ambre",
        vat_mention=FLAT_RATE_MENTION,
        vat_regime=VatRegime.FLAT_RATE,
        organic=True,
        goods=(
            fruit(
                "pomme",
                "Pommes Goldrush",
                "Goldrush apples",
                320,
                90,
                variety="Goldrush",
                grade="I",
                **HALF_KILO,
            ),
            fruit(
                "pomme",
                "Pommes à cuire",
                "Cooking apples",
                210,
                60,
                variety="Boskoop",
                grade="II",
                **HALF_KILO,
            ),
            fruit(
                "poire",
                "Poires Comice",
                "Comice pears",
                380,
                40,
                variety="Doyenné du Comice",
                grade="I",
                **HALF_KILO,
            ),
            fruit(
                "kiwi", "Kiwis", "Kiwi fruit", 420, 30, variety="Hayward", grade="I", **HALF_KILO
            ),
            fruit("cerise", "Cerises", "Cherries", 890, 25, variety="Burlat", **HALF_KILO),
            fruit("abricot", "Abricots", "Apricots", 560, 40, variety="Bergeron", **HALF_KILO),
            fruit("peche", "Pêches blanches", "White peaches", 480, 40, grade="I", **HALF_KILO),
            fruit(
                "fraise",
                "Fraises",
                "Strawberries",
                980,
                20,
                variety="Mara des bois",
                grade="I",
                **HALF_KILO,
            ),
            fruit("prune", "Quetsches", "Damsons", 390, 30, **HALF_KILO),
            good(
                Category.GROCERY,
                "Jus de pomme",
                "Apple juice",
                Unit.PIECE,
                380,
                48,
                pictogram="pomme",
                **pack("1", "litre"),
            ),
        ),
    ),
    Maker(
        slug="fournil-d-emile",
        name="Le Fournil d’Émile",
        town="Val-des-Lônes",
        km=1,
        pictogram="pain",
        story_fr="Farines de trois paysans, levain de onze ans, four à bois allumé à deux heures du matin.",
        story_en="Flour from three farmers, an eleven-year-old starter, a wood oven lit at two in the morning.",
        legal_name="Fournel Émile, artisan",
        goods=(
            good(
                Category.BREAD,
                "Pain de campagne",
                "Country loaf",
                Unit.PIECE,
                480,
                40,
                pictogram="pain",
                **pack("1"),
                **GLUTEN,
            ),
            good(
                Category.BREAD,
                "Petit épeautre",
                "Einkorn loaf",
                Unit.PIECE,
                620,
                20,
                pictogram="pain",
                **pack("0.7"),
                **GLUTEN,
            ),
            good(
                Category.BREAD,
                "Seigle aux noix",
                "Rye and walnut",
                Unit.PIECE,
                550,
                16,
                pictogram="pain",
                **pack("0.6"),
                allergens_fr="gluten, fruits à coque",
                allergens_en="gluten, nuts",
            ),
            good(
                Category.BREAD,
                "Brioche du samedi",
                "Saturday brioche",
                Unit.PIECE,
                520,
                24,
                pictogram="pain",
                **pack("0.4"),
                allergens_fr="gluten, œufs, lait",
                allergens_en="gluten, eggs, milk",
            ),
            good(
                Category.BREAD,
                "Farine T80",
                "T80 flour",
                Unit.PACK,
                310,
                30,
                pictogram="sachet",
                **pack("1"),
                **GLUTEN,
            ),
        ),
    ),
    Maker(
        slug="fromagerie-du-vernay",
        name="Fromagerie du Vernay",
        town="Le Vernay",
        km=31,
        pictogram="fromage",
        story_fr="Quarante chèvres, dix vaches, aucune ne travaille en janvier.",
        story_en="Forty goats and ten cows; none of them works in January.",
        legal_name="GAEC du Vernay",
        vat_mention=FLAT_RATE_MENTION,
        vat_regime=VatRegime.FLAT_RATE,
        goods=(
            good(
                Category.DAIRY,
                "Crottin frais",
                "Fresh goat’s cheese",
                Unit.PIECE,
                240,
                40,
                pictogram="fromage",
                own_season=[3, 4, 5, 6, 7, 8, 9, 10, 11],
                **pack("0.12"),
                **MILK,
            ),
            good(
                Category.DAIRY,
                "Tomme de vache",
                "Cow’s milk tomme",
                Unit.KG,
                1850,
                12,
                pictogram="fromage",
                step="0.25",
                **MILK,
            ),
            good(
                Category.DAIRY,
                "Faisselle",
                "Faisselle",
                Unit.PACK,
                320,
                24,
                pictogram="lait",
                **pack("0.5"),
                **MILK,
            ),
            good(
                Category.DAIRY,
                "Beurre demi-sel",
                "Slightly salted butter",
                Unit.PIECE,
                380,
                20,
                pictogram="fromage",
                **pack("0.25"),
                **MILK,
            ),
            good(
                Category.DAIRY,
                "Lait cru",
                "Raw milk",
                Unit.LITRE,
                150,
                60,
                pictogram="lait",
                **MILK,
            ),
            good(
                Category.DAIRY,
                "Yaourts nature",
                "Plain yoghurt",
                Unit.PACK,
                290,
                30,
                pictogram="lait",
                **pack("0.5"),
                **MILK,
            ),
        ),
    ),
    Maker(
        slug="basse-cour-de-jeanne",
        name="La Basse-cour de Jeanne",
        town="Les Grands-Prés",
        km=18,
        pictogram="oeuf",
        story_fr="Trois cents poules qui sortent pour de vrai. Jeanne se fait payer à l’étal, elle aime compter.",
        story_en="Three hundred hens that really go outside. Jeanne is paid at the stall: she likes counting.",
        legal_name="Jeanne Morel, éleveuse",
        settlement=Settlement.AT_STALL,
        vat_regime=VatRegime.FRANCHISE,
        vat_mention=FRANCHISE_MENTION,
        goods=(
            good(
                Category.EGGS,
                "Six œufs extra-frais",
                "Six extra-fresh eggs",
                Unit.PIECE,
                240,
                70,
                pictogram="oeuf",
                **EGGS,
            ),
            good(
                Category.EGGS,
                "Trente œufs",
                "Thirty eggs",
                Unit.PIECE,
                1050,
                10,
                pictogram="oeuf",
                **EGGS,
            ),
            good(
                Category.MEAT,
                "Poulet fermier",
                "Free-range chicken",
                Unit.PIECE,
                1890,
                14,
                pictogram="poulet",
                **pack("1.7"),
            ),
            good(
                Category.MEAT,
                "Rillettes de poule",
                "Potted hen",
                Unit.PIECE,
                650,
                18,
                pictogram="poulet",
                **pack("0.18"),
            ),
        ),
    ),
    Maker(
        slug="rucher-des-trois-ponts",
        name="Le Rucher des Trois-Ponts",
        town="Val-des-Lônes",
        km=5,
        pictogram="miel",
        story_fr="Vingt ruches sur les toits et les talus ; le collectif achète la récolte et la revend.",
        story_en="Twenty hives on roofs and banks; the collective buys the harvest and sells it on.",
        legal_name="Samir Aubert, apiculteur",
        settlement=Settlement.RESOLD,
        goods=(
            good(
                Category.GROCERY,
                "Miel de printemps",
                "Spring honey",
                Unit.PIECE,
                850,
                24,
                pictogram="miel",
                **pack("0.5"),
            ),
            good(
                Category.GROCERY,
                "Miel de châtaignier",
                "Chestnut honey",
                Unit.PIECE,
                920,
                18,
                pictogram="miel",
                **pack("0.5"),
            ),
            good(
                Category.GROCERY,
                "Confiture de mûres",
                "Blackberry jam",
                Unit.PIECE,
                540,
                20,
                pictogram="confiture",
                **pack("0.35"),
            ),
            good(
                Category.GROCERY,
                "Pain d’épices",
                "Honey spice bread",
                Unit.PIECE,
                490,
                14,
                pictogram="pain",
                **pack("0.3"),
                **GLUTEN,
            ),
        ),
    ),
    Maker(
        slug="huilerie-de-la-garenne",
        name="L’Huilerie de la Garenne",
        town="Bois-Garenne",
        km=46,
        pictogram="huile",
        story_fr="Un moulin, des noyers, et une cave à champignons dans l’ancien tunnel.",
        story_en="A mill, walnut trees, and a mushroom cellar in the old tunnel.",
        legal_name="SARL La Garenne",
        goods=(
            good(
                Category.GROCERY,
                "Huile de noix",
                "Walnut oil",
                Unit.PIECE,
                1180,
                16,
                pictogram="huile",
                **pack("0.5", "litre"),
                **NUTS,
            ),
            good(
                Category.GROCERY,
                "Huile de tournesol",
                "Sunflower oil",
                Unit.PIECE,
                590,
                24,
                pictogram="huile",
                **pack("1", "litre"),
            ),
            good(
                Category.GROCERY,
                "Lentilles vertes",
                "Green lentils",
                Unit.PACK,
                340,
                30,
                pictogram="sachet",
                **pack("0.5"),
            ),
            good(
                Category.VEGETABLES,
                "Champignons de cave",
                "Cellar mushrooms",
                Unit.KG,
                890,
                12,
                pictogram="champignon",
                **HALF_KILO,
            ),
            Good(
                "noix",
                "Noix de l’année",
                "This year’s walnuts",
                Category.FRUIT,
                Unit.KG,
                620,
                30,
                HALF_KILO | NUTS,
            ),
            Good(
                "noisette",
                "Noisettes",
                "Hazelnuts",
                Category.FRUIT,
                Unit.KG,
                780,
                15,
                HALF_KILO | NUTS,
            ),
            Good(
                "chataigne", "Châtaignes", "Chestnuts", Category.FRUIT, Unit.KG, 560, 25, HALF_KILO
            ),
            good(
                Category.PLANTS,
                "Plants de tomates",
                "Tomato seedlings",
                Unit.PIECE,
                250,
                60,
                pictogram="semis",
                own_season=[4, 5],
            ),
            good(
                Category.PLANTS,
                "Godet de menthe",
                "Potted mint",
                Unit.PIECE,
                350,
                20,
                pictogram="semis",
                own_season=[4, 5, 6, 7, 8, 9],
                vat_rate="10",
            ),
            good(
                Category.PLANTS,
                "Sachets de graines",
                "Seed packets",
                Unit.PIECE,
                320,
                40,
                pictogram="sachet",
                vat_rate="10",
            ),
        ),
    ),
)
