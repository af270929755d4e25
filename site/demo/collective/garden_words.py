"""What is told of the two gardens, and by which rules their plots are given."""

from dataclasses import dataclass

from demo.collective.pages import Words


@dataclass(frozen=True, kw_only=True)
class Both:
    fr: Words
    en: Words


@dataclass(frozen=True, kw_only=True)
class GardenWords(Both):
    slug: str
    climate: str
    climate_en: str
    criteria: str
    criteria_en: str


INDEX = Both(
    fr=Words(
        title="Les jardins",
        lead="Deux jardins, trente parcelles, une liste d’attente que tout le monde peut comprendre. "
        "Et des coins à partager, pour ne pas attendre seul·e.",
    ),
    en=Words(
        title="Gardens",
        lead="Two gardens, thirty plots, a waiting list that anyone can understand. "
        "And corners to share, so that nobody waits alone.",
    ),
)

GARDENS = (
    GardenWords(
        slug="lavandieres",
        climate="Alluvions légères, faciles à bêcher. Dernières gelées vers le 10 mai, brume au "
        "bord de l’eau.",
        climate_en="Light river soil, easy to dig. Last frosts around 10 May, mist by the water.",
        criteria="Les parcelles libres sont proposées dans l’ordre des demandes. Une date, un rang : "
        "rien d’autre ne compte.\n\nLes bacs surélevés vont d’abord à qui ne peut pas se baisser. "
        "Une parcelle partagée se propose à qui a dit oui au partage, dans le même ordre.\n\nOn "
        "commence par une saison d’essai. Deux matinées communes par an, et l’on arrose à tour de "
        "rôle.",
        criteria_en="Free plots are offered in the order of requests. A date, a rank: nothing else "
        "counts.\n\nRaised beds go first to those who cannot bend. A shared plot is offered to those "
        "who said yes to sharing, in the same order.\n\nYou start with a trial season. Two mornings "
        "of common work a year, and everyone takes a turn at watering.",
        fr=Words(
            title="Le jardin des Lavandières",
            lead="Au bord de l’eau, dix-huit parcelles derrière une haie d’aubépine. On y vient par "
            "le quai, on y reste plus tard que prévu.",
            body="""
            ## Un ancien pré à linge

            Jusqu’aux années soixante, on étendait ici les draps du quartier. Le terrain a ensuite
            servi de dépôt de gravier. En douze matinées et quatre-vingts brouettes de compost, il
            est redevenu un jardin. Le vieux lavoir nous donne encore son eau.

            ## La parcelle à tout le monde

            La parcelle 10 n’appartient à personne : on y sème des courges, des fleurs, et ce que
            les enfants de l’école du Préau décident au printemps. La récolte part au panier
            solidaire de la halle.

            > J’ai demandé une parcelle pour les tomates. J’y reviens pour les voisins.
            -- Suzanne, parcelle 2

            ## Quand nous y trouver

            Il y a presque toujours quelqu’un le dimanche matin. Le portail reste ouvert dès qu’une
            personne jardine : entrez, on vous montrera.
            """,
        ),
        en=Words(
            title="The Lavandières garden",
            lead="By the water, eighteen plots behind a hawthorn hedge. You come along the quay and "
            "stay longer than you meant to.",
            body="""
            ## A field for drying linen

            Until the 1960s the neighbourhood’s sheets were hung out here. Then the land became a
            gravel store. Twelve mornings and eighty barrows of compost later, it is a garden again.
            The old wash-house still gives us its water.

            ## Everybody’s plot

            Plot 10 belongs to no one: squashes grow there, flowers, and whatever the children of
            the Préau school decide in spring. The harvest goes to the hall’s solidarity basket.

            > I asked for a plot to grow tomatoes. I come back for the neighbours.
            -- Suzanne, plot 2

            ## When to find us

            There is nearly always someone on Sunday mornings. The gate stays open whenever anybody
            is gardening: come in, we will show you round.
            """,
        ),
    ),
    GardenWords(
        slug="fournil",
        climate="Coteau plein sud, terre caillouteuse qui chauffe vite et sèche vite. Peu de gel.",
        climate_en="South-facing slope, stony soil that warms fast and dries fast. Little frost.",
        criteria="Les parcelles libres sont proposées dans l’ordre des demandes.\n\nLe terrain est en "
        "pente et l’eau se porte : dites-le-nous si cela vous arrête, on cherchera une place aux "
        "Lavandières sans que vous perdiez votre date.",
        criteria_en="Free plots are offered in the order of requests.\n\nThe ground slopes and water "
        "is carried by hand: tell us if that stops you, and we will look for a place at Lavandières "
        "without your losing your date.",
        fr=Words(
            title="Le jardin du Fournil",
            lead="Douze parcelles sur le coteau, au-dessus du four à pain. La vue porte jusqu’aux "
            "lônes, et les figues mûrissent.",
            body="""
            ## Un jardin sec

            Ici, l’eau vient du toit de la cabane : trois mille litres qu’il faut faire durer. On
            paille, on ombre, on choisit ce qui tient. Chaque année, nous notons ce qui a souffert et
            ce qui s’est plu ; le carnet est dans la cabane, ouvert à qui veut.

            ## Le four

            Le premier samedi du mois, on allume. Apportez votre pâte, ou venez simplement pour
            l’odeur : il y a toujours une part de trop.
            """,
        ),
        en=Words(
            title="The Fournil garden",
            lead="Twelve plots on the hillside, above the bread oven. You can see as far as the "
            "backwaters, and the figs ripen.",
            body="""
            ## A dry garden

            Water here comes off the shed roof: three thousand litres that have to last. We mulch,
            we shade, we choose what copes. Each year we write down what suffered and what was happy;
            the notebook is in the shed, open to anyone.

            ## The oven

            On the first Saturday of the month we light it. Bring your dough, or just come for the
            smell: there is always a slice too many.
            """,
        ),
    ),
)
