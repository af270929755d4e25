"""What the ten workshops of the demo are."""

from dataclasses import dataclass

from commons.cms.models import StoryPage
from demo.collective import places
from demo.collective.telling import Told

Drawing = StoryPage.Illustration


@dataclass(frozen=True, kw_only=True)
class Course:
    """A workshop, its story in both languages, and the hour it always takes place."""

    slug: str
    fr: Told
    en: Told
    facilitator: str
    place: str
    illustration: str
    weekday: int  # 0 for Monday
    hour: int
    minute: int = 0
    minutes: int = 120
    capacity: int = 12
    suggested_cents: int = 0
    bring: str = ""
    bring_en: str = ""


PROGRAMME = (
    Course(
        slug="tailler-ses-petits-fruits",
        fr=Told(
            title="Tailler ses petits fruits",
            lead="Groseilliers, cassissiers, framboisiers : où couper, et pourquoi là.",
            body=(
                "On regarde d’abord l’arbuste sans sécateur, dix bonnes minutes. Puis chacun taille le sien, et "
                "l’on repart avec des boutures dans du papier mouillé.",
            ),
        ),
        en=Told(
            title="Pruning soft fruit",
            lead="Redcurrants, blackcurrants, raspberries: where to cut, and why there.",
            body=(
                "First we look at the bush without secateurs, for a good ten minutes. Then everyone prunes one, "
                "and goes home with cuttings wrapped in wet paper.",
            ),
        ),
        facilitator="Lucien Abadie",
        place=places.RAILS,
        illustration=Drawing.PRUNING,
        weekday=5,
        hour=14,
        minutes=150,
        suggested_cents=600,
        bring="Des gants, un sécateur si vous en avez un",
        bring_en="Gloves, and secateurs if you own some",
    ),
    Course(
        slug="cuisiner-les-fanes",
        fr=Told(
            title="Cuisiner les fanes",
            lead="Pesto de carottes, soupe de radis, chips de poireau : le marché sans poubelle.",
            body=(
                "Odile garde ses fanes du samedi ; on les cuisine le mercredi. Quatre recettes, une grande "
                "table, et chacun remporte un bocal.",
            ),
        ),
        en=Told(
            title="Cooking with the tops",
            lead="Carrot-top pesto, radish-leaf soup, leek crisps: a market with no bin.",
            body=(
                "Odile keeps her Saturday greens; we cook them on Wednesday. Four recipes, one long table, and "
                "everyone takes a jar home.",
            ),
        ),
        facilitator="Nadège Pommier",
        place=places.KITCHEN,
        illustration=Drawing.KITCHEN,
        weekday=2,
        hour=18,
        suggested_cents=500,
        bring="Un bocal vide",
        bring_en="An empty jar",
    ),
    Course(
        slug="semis-au-chaud",
        fr=Told(
            title="Semis au chaud",
            lead="Tomates, poivrons, basilics : partir de la graine, sur un rebord de fenêtre.",
            body=(
                "On prépare le terreau, on sème, on étiquette (vraiment). Les enfants bouchent les trous mieux "
                "que tout le monde.",
            ),
        ),
        en=Told(
            title="Starting seeds indoors",
            lead="Tomatoes, peppers, basil: from seed, on a windowsill.",
            body=(
                "We mix the compost, sow, and label (really). Children are better than anyone at filling the holes.",
            ),
        ),
        facilitator="Rose-Marie Delubac",
        place=places.RAILS,
        illustration=Drawing.SEEDLINGS,
        weekday=6,
        hour=10,
        bring="Des boîtes d’œufs en carton",
        bring_en="Cardboard egg boxes",
    ),
    Course(
        slug="le-compost-sans-peur",
        fr=Told(
            title="Le compost sans peur",
            lead="Ce qui sent, ce qui chauffe, ce qui manque : on ouvre les bacs ensemble.",
            body=(
                "Une fourche, un thermomètre, et trois bacs à trois âges différents. À la fin, vous saurez lire "
                "le vôtre.",
            ),
        ),
        en=Told(
            title="Compost without fear",
            lead="What smells, what heats, what is missing: we open the bins together.",
            body=(
                "A fork, a thermometer, and three bins of three different ages. By the end you will know how to "
                "read yours.",
            ),
        ),
        facilitator="Maëlle Toussaint",
        place=places.CURE,
        illustration=Drawing.COMPOST,
        weekday=5,
        hour=10,
        minutes=90,
        capacity=10,
    ),
    Course(
        slug="bocaux-de-saison",
        fr=Told(
            title="Bocaux de saison",
            lead="Stériliser, lactofermenter, confire : garder l’été, ou l’automne.",
            body=(
                "On suit ce que les étals ont en trop. Douze personnes, vingt-quatre bocaux, une étiqueteuse.",
            ),
        ),
        en=Told(
            title="Seasonal preserving",
            lead="Bottling, fermenting, candying: how to keep the summer, or the autumn.",
            body=(
                "We follow what the stalls have too much of. Twelve people, twenty-four jars, one labeller.",
            ),
        ),
        facilitator="Nadège Pommier",
        place=places.KITCHEN,
        illustration=Drawing.KITCHEN,
        weekday=5,
        hour=15,
        minutes=180,
        suggested_cents=800,
        bring="Deux bocaux à joint",
        bring_en="Two jars with rubber seals",
    ),
    Course(
        slug="reparer-son-velo",
        fr=Told(
            title="Réparer son vélo",
            lead="Freins, chambre à air, chaîne : repartir en sachant faire.",
            body=(
                "Un pied d’atelier pour deux, et personne ne touche à votre vélo à votre place.",
            ),
        ),
        en=Told(
            title="Fix your own bike",
            lead="Brakes, inner tubes, chains: ride away knowing how.",
            body=("One workstand for two, and nobody touches your bike for you.",),
        ),
        facilitator="Tiago Nunes",
        place=places.HALL,
        illustration=Drawing.BIKES,
        weekday=2,
        hour=17,
        minute=30,
        capacity=8,
        bring="Votre vélo, même mal en point",
        bring_en="Your bike, however poorly",
    ),
    Course(
        slug="arroser-moins",
        fr=Told(
            title="Arroser moins",
            lead="Paillage, oyas, ombre : faire passer l’été à un jardin en terrasse.",
            body=(
                "On fabrique deux oyas avec des pots en terre, on en enterre une, on emporte l’autre.",
            ),
        ),
        en=Told(
            title="Watering less",
            lead="Mulch, ollas and shade: getting a terraced garden through the summer.",
            body=("We make two ollas out of clay pots, bury one and take the other home.",),
        ),
        facilitator="Gaspard Oyono",
        place=places.CURE,
        illustration=Drawing.GARDEN,
        weekday=6,
        hour=9,
        minute=30,
        capacity=10,
        suggested_cents=400,
    ),
    Course(
        slug="pain-au-levain",
        fr=Told(
            title="Pain au levain",
            lead="Pétrir, attendre, façonner : un pain par personne, un levain à adopter.",
            body=(
                "Le four d’Émile chauffe de toute façon. On apporte sa farine, ou l’on prend la sienne.",
            ),
        ),
        en=Told(
            title="Sourdough bread",
            lead="Knead, wait, shape: a loaf each, and a starter to adopt.",
            body=("Émile’s oven is hot anyway. Bring your flour, or use his.",),
        ),
        facilitator="Émile Fournel",
        place=places.KITCHEN,
        illustration=Drawing.KITCHEN,
        weekday=6,
        hour=14,
        minutes=210,
        capacity=8,
        suggested_cents=1000,
        bring="Un torchon propre",
        bring_en="A clean tea towel",
    ),
    Course(
        slug="le-panier-de-la-semaine",
        fr=Told(
            title="Le panier de la semaine",
            lead="Trois repas pour quatre avec ce qui est de saison et pas cher.",
            body=(
                "On fait le tour des étals, on compte, on cuisine un des trois repas et on le mange. "
                "Garde d’enfants sur place.",
            ),
        ),
        en=Told(
            title="The week’s basket",
            lead="Three meals for four from what is in season and cheap.",
            body=(
                "We walk round the stalls, do the sums, cook one of the three meals and eat it. Childcare on site.",
            ),
        ),
        facilitator="Youssef Brahimi",
        place=places.HALL,
        illustration=Drawing.BASKETS,
        weekday=5,
        hour=9,
        minute=30,
        capacity=12,
    ),
    Course(
        slug="hotel-a-insectes",
        fr=Told(
            title="Un hôtel à insectes qui sert",
            lead="Tiges creuses, bois percé, terre sèche : loger qui mange les pucerons.",
            body=("On coupe, on perce, on fixe plein sud. Dès six ans, avec un adulte.",),
        ),
        en=Told(
            title="An insect hotel that works",
            lead="Hollow stems, drilled wood, dry earth: housing for those who eat the aphids.",
            body=("We saw, drill and fix it facing south. From six years old, with an adult.",),
        ),
        facilitator="Lucien Abadie",
        place=places.RAILS,
        illustration=Drawing.GARDEN,
        weekday=2,
        hour=14,
        capacity=14,
        bring="Des tiges de bambou, des pommes de pin",
        bring_en="Bamboo canes, pine cones",
    ),
)
