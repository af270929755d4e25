"""The ten workshops: what is told of each."""

from dataclasses import dataclass

from commons.cms.models import StoryPage
from demo.collective.pages import Words

Drawing = StoryPage.Illustration


@dataclass(frozen=True, kw_only=True)
class Told:
    """A workshop's story, who leads it, and what each person brings."""

    slug: str
    fr: Words
    en: Words
    facilitator: str
    drawing: str
    seats: int
    suggested_cents: int = 0
    bring: str = ""
    bring_en: str = ""


WORKSHOPS = (
    Told(
        slug="tailler-sans-crainte",
        facilitator="Joris Delmas",
        drawing=Drawing.PRUNING,
        seats=12,
        suggested_cents=600,
        bring="un sécateur si vous en avez un",
        bring_en="secateurs, if you own some",
        fr=Words(
            title="Tailler sans crainte",
            lead="Un pommier ne vous en voudra pas. On regarde, on choisit, on coupe, et l’on comprend "
            "pourquoi.",
            body="""
            On commence les mains dans les poches : faire le tour de l’arbre, trouver ses branches
            maîtresses, deviner où il veut aller. Ensuite seulement, on sort les sécateurs. Chaque
            personne fait ses coupes, à son rythme, et l’on en parle ensemble.

            On repart avec trois gestes sûrs et un carnet de croquis. Des outils vous attendent sur
            place, et un escabeau stable.
            """,
        ),
        en=Words(
            title="Pruning without fear",
            lead="An apple tree will not hold it against you. We look, we choose, we cut, and we learn why.",
            body="""
            We start with our hands in our pockets: walk round the tree, find its main branches,
            guess where it wants to go. Only then do the secateurs come out. Everyone makes their own
            cuts, at their own pace, and we talk them over.

            You leave with three sure gestures and a page of sketches. Tools are provided, and a
            steady stepladder.
            """,
        ),
    ),
    Told(
        slug="le-compost-du-seau-au-sol",
        facilitator="Maëlle Vidal",
        drawing=Drawing.COMPOST,
        seats=14,
        fr=Words(
            title="Le compost, du seau au sol",
            lead="Pourquoi ça sent parfois mauvais, comment cela se répare, et ce que l’on peut y mettre "
            "sans se poser de questions.",
            body="""
            On ouvre les trois bacs du jardin, du plus frais au plus mûr, et l’on plonge les mains.
            Un tiers de brun, deux tiers de vert : on voit vite ce qui manque. Puis on retourne, on
            tamise, et chaque foyer repart avec un seau de compost mûr.

            Prévoyez des chaussures qui ne craignent rien. Les enfants sont bienvenus, ils trouvent
            les vers avant tout le monde.
            """,
        ),
        en=Words(
            title="Compost, from bucket to bed",
            lead="Why it sometimes smells, how to mend it, and what you can throw in without a second "
            "thought.",
            body="""
            We open the garden’s three bins, from the freshest to the ripest, and put our hands in.
            One third brown, two thirds green: you soon see what is missing. Then we turn, we sieve,
            and each household takes home a bucket of ripe compost.

            Wear shoes you do not mind. Children are welcome: they find the worms first.
            """,
        ),
    ),
    Told(
        slug="semer-sous-abri",
        facilitator="Sana Belhadj",
        drawing=Drawing.SEEDLINGS,
        seats=12,
        suggested_cents=400,
        bring="des boîtes d’œufs ou des pots de yaourt vides",
        bring_en="empty egg boxes or yoghurt pots",
        fr=Words(
            title="Semer sous abri",
            lead="Un rebord de fenêtre suffit. On sème ce que le mois permet et chaque personne emporte sa "
            "caissette.",
            body="""
            Terreau, profondeur, lumière, eau : quatre réglages, et tout lève. Sana apporte ses
            graines et ses ratés, qui apprennent davantage. On parle aussi de ce qui se sème dehors,
            quand la terre est prête.

            Vous gardez vos plants chez vous ; ceux qui prennent trop de place trouveront un coin sous
            la serre du jardin.
            """,
        ),
        en=Words(
            title="Sowing under cover",
            lead="A windowsill is enough. We sow what the month allows and everyone takes a tray home.",
            body="""
            Compost, depth, light, water: get four things right and everything comes up. Sana brings
            her seeds and her failures, which teach more. We also talk about what can be sown outside,
            once the soil is ready.

            You keep your seedlings at home; those that outgrow it find a corner in the garden
            greenhouse.
            """,
        ),
    ),
    Told(
        slug="pain-au-levain",
        facilitator="Le Fournil du Lavoir",
        drawing=Drawing.KITCHEN,
        seats=8,
        suggested_cents=1200,
        bring="un torchon et un bocal",
        bring_en="a tea towel and a jar",
        fr=Words(
            title="Pain au levain",
            lead="De la farine, de l’eau, du temps. Vous repartez avec un pain cuit, une pâte à cuire et un "
            "levain à nourrir.",
            body="""
            La journée suit la pâte : on pétrit le matin, on attend en cuisinant le repas, on façonne
            après la vaisselle. Pendant que le four chauffe, on apprend à lire un levain, à le
            réveiller, et à partir en vacances sans lui.

            L’atelier contient du gluten, forcément. Pour le reste des allergies, dites-le-nous :
            le repas se compose ensemble.
            """,
        ),
        en=Words(
            title="Sourdough bread",
            lead="Flour, water, time. You leave with a baked loaf, a dough to bake and a starter to feed.",
            body="""
            The day follows the dough: we knead in the morning, cook lunch while it rises, shape it
            after the washing up. While the oven heats we learn to read a starter, to wake it, and to
            go on holiday without it.

            There is gluten, of course. Tell us about any other allergy: we make the meal together.
            """,
        ),
    ),
    Told(
        slug="conserves-de-saison",
        facilitator="Colette Nguyen",
        drawing=Drawing.KITCHEN,
        seats=10,
        suggested_cents=800,
        bring="deux bocaux à joint",
        bring_en="two jars with rubber seals",
        fr=Words(
            title="Conserves de saison",
            lead="Ce qui reste le samedi à 13 h finit en bocaux. On partage le travail, puis les bocaux.",
            body="""
            Soupes, pickles, compotes : le menu dépend de ce que les étals n’ont pas vendu. Colette
            explique la stérilisation sans faire peur, avec un thermomètre et de la patience.

            La moitié des bocaux part à l’épicerie solidaire, l’autre se répartit entre les personnes
            présentes.
            """,
        ),
        en=Words(
            title="Preserving the season",
            lead="What is left on Saturday at one ends up in jars. We share the work, then the jars.",
            body="""
            Soups, pickles, stewed fruit: the menu depends on what the stalls did not sell. Colette
            explains sterilising without scaring anyone, with a thermometer and some patience.

            Half the jars go to the solidarity grocery; the rest are shared among those who came.
            """,
        ),
    ),
    Told(
        slug="reparer-son-velo",
        facilitator="Tomasz Nowak",
        drawing=Drawing.BIKES,
        seats=6,
        bring="votre vélo, même crevé",
        bring_en="your bike, punctures and all",
        fr=Words(
            title="Réparer son vélo",
            lead="Freins, chaîne, crevaison. Vous tenez la clé, on vous tient le vélo.",
            body="""
            Six vélos, six pieds d’atelier, deux mécanos bénévoles. On commence par ce qui freine mal,
            on finit par ce qui grince. Les pièces d’occasion sont à prix libre.

            Si le vôtre roule très bien, venez quand même : il y a toujours un vélo de la halle à
            remettre en route.
            """,
        ),
        en=Words(
            title="Mend your bike",
            lead="Brakes, chain, puncture. You hold the spanner, we hold the bike.",
            body="""
            Six bikes, six stands, two volunteer mechanics. We start with what does not brake and end
            with what squeaks. Second-hand parts are pay-what-you-can.

            If yours runs perfectly, come anyway: there is always one of the hall’s bikes to get going.
            """,
        ),
    ),
    Told(
        slug="cuisiner-du-trognon-aux-fanes",
        facilitator="Sana Belhadj",
        drawing=Drawing.KITCHEN,
        seats=10,
        suggested_cents=700,
        bring="une boîte pour le dîner",
        bring_en="a box for your dinner",
        fr=Words(
            title="Cuisiner, du trognon aux fanes",
            lead="Quatre plats avec ce que l’on jette d’habitude. On dîne ensemble à la fin.",
            body="""
            Fanes de carottes en pesto, cosses en bouillon, pain dur en boulettes, feuilles de
            chou-fleur rôties. On cuisine par deux, avec quelqu’un que l’on ne connaît pas encore.

            Le repas est végétarien. Il en reste presque toujours : apportez une boîte.
            """,
        ),
        en=Words(
            title="Cooking from root to leaf",
            lead="Four dishes from what usually gets thrown away. We eat together at the end.",
            body="""
            Carrot-top pesto, pea-pod stock, stale-bread dumplings, roasted cauliflower leaves. We
            cook in pairs, with someone we have not met yet.

            The meal is vegetarian. There is nearly always some left: bring a box.
            """,
        ),
    ),
    Told(
        slug="teindre-avec-les-plantes",
        facilitator="Anouk Vasseur",
        drawing=Drawing.GARDEN,
        seats=10,
        suggested_cents=900,
        bring="un vêtement blanc en coton ou en laine",
        bring_en="something white, in cotton or wool",
        fr=Words(
            title="Teindre avec les plantes",
            lead="Pelures d’oignon, garance, feuilles de noyer : la couleur est déjà dans le jardin.",
            body="""
            On prépare deux bains, un chaud et un froid, et l’on trempe, on plie, on noue. Pendant que
            la couleur monte, Anouk raconte d’où viennent les rouges de la vallée.

            Les mains restent jaunes un jour ou deux. Des gants sont prévus pour qui préfère.
            """,
        ),
        en=Words(
            title="Dyeing with plants",
            lead="Onion skins, madder, walnut leaves: the colour is already in the garden.",
            body="""
            We make two baths, one hot and one cold, then dip, fold and knot. While the colour rises,
            Anouk tells where the valley’s reds come from.

            Hands stay yellow for a day or two. Gloves are there for those who prefer.
            """,
        ),
    ),
    Told(
        slug="lire-son-sol",
        facilitator="Rémi Castan",
        drawing=Drawing.GARDEN,
        seats=12,
        bring="une poignée de votre terre, dans un bocal",
        bring_en="a handful of your soil, in a jar",
        fr=Words(
            title="Lire son sol",
            lead="Une bêche, un bocal d’eau, vos doigts : de quoi savoir ce qui poussera bien chez vous.",
            body="""
            On creuse un carré de trente centimètres et l’on regarde ce qui vit, ce qui colle, ce qui
            coule. Le test du bocal et celui du boudin disent presque tout. Rémi traduit : ce que vous
            pouvez planter, et ce qu’il vaut mieux acheter au marché.
            """,
        ),
        en=Words(
            title="Reading your soil",
            lead="A spade, a jar of water, your fingers: enough to know what will grow well at yours.",
            body="""
            We dig a one-foot square and look at what lives, what sticks, what runs through. The jar
            test and the sausage test say nearly everything. Rémi translates: what you can plant, and
            what you had better buy at the market.
            """,
        ),
    ),
    Told(
        slug="mercredi-en-famille",
        facilitator="Nour Haddad",
        drawing=Drawing.GARDEN,
        seats=14,
        bring="des bottes et un goûter à partager",
        bring_en="wellies and a snack to share",
        fr=Words(
            title="Mercredi au jardin, en famille",
            lead="Deux heures dehors, de 4 à 94 ans. On sème, on arrose, on cherche les bêtes, on goûte.",
            body="""
            Chaque enfant vient avec une personne qui en prend soin : parent, voisine, grand frère. On
            jardine par petites équipes qui mélangent les familles, puis tout le monde goûte sous le
            grand noyer. S’il pleut, on s’abrite dans la cabane pour trier les graines.
            """,
        ),
        en=Words(
            title="Family Wednesday in the garden",
            lead="Two hours outdoors, for ages 4 to 94. We sow, water, look for creatures, have a snack.",
            body="""
            Each child comes with somebody who looks after them: parent, neighbour, big brother. We
            garden in small teams that mix families, then everyone has a snack under the big walnut
            tree. If it rains, we shelter in the shed and sort seeds.
            """,
        ),
    ),
)
