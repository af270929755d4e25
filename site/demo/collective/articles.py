"""News of the hall: five stories, true of any season."""

from dataclasses import dataclass

from commons.cms.models import StoryPage
from demo.collective.pages import Words

Drawing = StoryPage.Illustration


@dataclass(frozen=True, kw_only=True)
class Article:
    """``days_ago`` dates it from the first time it is laid."""

    slug: str
    days_ago: int
    drawing: str
    fr: Words
    en: Words


ARTICLES = (
    Article(
        slug="ou-va-chaque-euro",
        days_ago=3,
        drawing=Drawing.BASKETS,
        fr=Words(
            title="Où va chaque euro de votre panier",
            byline="Bastien, trésorier bénévole",
            lead="Sur 10 € de légumes, 8,20 € vont à la ferme. Voici le reste, au centime, et qui en "
            "a décidé.",
            body="""
            On nous le demande souvent à la table de retrait, entre deux cagettes. Alors nous avons
            sorti le classeur, et refait les comptes de l’an dernier avec trois bénévoles qui
            n’aiment pas les chiffres. S’ils ont compris, c’est que c’est clair.

            ## Pour un panier de 10 €

            - 8,20 € pour la personne qui a cultivé, pétri ou trait
            - 0,90 € pour la halle : l’électricité, l’assurance, les tables qui cassent
            - 0,52 € de TVA
            - 0,38 € pour les paniers suspendus

            Personne n’est salarié pour prendre une commande : le marché tient par vingt-deux
            bénévoles qui donnent en moyenne trois heures par mois.

            ## Qui fixe les prix

            Chaque ferme fixe les siens, une fois par saison, devant les autres. Nous ne négocions
            pas. Quand un prix monte, la raison est dite à l’étal : le gel, le gazole, un salaire
            enfin versé.

            > Avant, je vendais ma batavia trente centimes à la centrale. Ici je sais ce que je gagne
            > le mardi, et qui la mange.
            -- Sana, Maraîchage du Moulin

            Les comptes complets se consultent à l’accueil, le mardi et le jeudi. Il y a aussi du café.
            """,
        ),
        en=Words(
            title="Where each euro of your basket goes",
            byline="Bastien, volunteer treasurer",
            lead="Of €10 of vegetables, €8.20 goes to the farm. Here is the rest, to the cent, and "
            "who decided it.",
            body="""
            We are often asked at the pick-up table, between two crates. So we took out the binder and
            went over last year’s accounts with three volunteers who dislike figures. If they
            understood, it must be clear.

            ## For a basket of €10

            - €8.20 to the person who grew, kneaded or milked
            - €0.90 to the hall: electricity, insurance, tables that break
            - €0.52 of VAT
            - €0.38 for suspended baskets

            Nobody is paid to take an order: the market is kept by twenty-two volunteers who give
            three hours a month on average.

            ## Who sets the prices

            Each farm sets its own, once a season, in front of the others. We do not haggle. When a
            price goes up, the stall says why: frost, diesel, a wage paid at last.

            > I used to sell my lettuce for thirty cents to the wholesaler. Here I know on Tuesday what
            > I earn, and who eats it.
            -- Sana, Maraîchage du Moulin

            The full accounts can be read at the welcome desk, Tuesdays and Thursdays. There is coffee
            too.
            """,
        ),
    ),
    Article(
        slug="une-parcelle-pour-deux",
        days_ago=11,
        drawing=Drawing.GARDEN,
        fr=Words(
            title="Une parcelle pour deux, et demie",
            byline="Lina, coordination des jardins",
            lead="Suzanne avait trop de terre, Yanis n’en avait pas. Un an plus tard, ils ne savent plus "
            "où passe la ficelle.",
            body="""
            Suzanne Perrin a 71 ans et un genou qui grince. Sa parcelle, la 12, fait trente-trois
            mètres carrés : « J’en cultivais la moitié, et l’autre moitié me faisait honte. » Yanis,
            lui, attendait depuis quatre cents jours, avec deux enfants et un balcon au nord.

            ## Une saison d’essai

            Nous leur avons proposé un essai : une saison, une ficelle au milieu, et le droit de dire
            non sans s’expliquer. La ficelle a tenu jusqu’au premier été. Puis les courges de Yanis
            l’ont franchie, et Suzanne les a laissées faire.

            > Il porte l’arrosoir, je dis quand arroser. On a chacun le bon métier.
            -- Suzanne

            ## Et vous ?

            Cinq parcelles sont partagées aujourd’hui. Si vous jardinez déjà et qu’un coin vous pèse,
            parlez-nous-en. Si vous attendez, cochez « partager » dans votre demande : votre rang ne
            change pas, et l’attente est souvent plus courte.
            """,
        ),
        en=Words(
            title="One plot for two and a half",
            byline="Lina, garden coordinator",
            lead="Suzanne had too much land, Yanis had none. A year on, they cannot tell where the string "
            "runs.",
            body="""
            Suzanne Perrin is 71 and has a creaky knee. Her plot, number 12, is thirty-three square
            metres: “I grew half of it, and was ashamed of the other half.” Yanis had been waiting for
            four hundred days, with two children and a north-facing balcony.

            ## A trial season

            We offered them a trial: one season, a string down the middle, and the right to say no
            without explaining. The string held until the first summer. Then Yanis’s squashes crossed
            it, and Suzanne let them.

            > He carries the can, I say when to water. Each of us has the right job.
            -- Suzanne

            ## What about you?

            Five plots are shared today. If you already garden and a corner weighs on you, talk to us.
            If you are waiting, tick “share” in your request: your rank does not change, and the wait
            is often shorter.
            """,
        ),
    ),
    Article(
        slug="pesto-de-fanes",
        days_ago=19,
        drawing=Drawing.KITCHEN,
        fr=Words(
            title="Le pesto de fanes, pour six tartines",
            byline="Colette, bénévole à l’accueil",
            lead="Ne laissez plus les fanes sur l’étal. Carottes, radis ou navets : tout y passe, en dix "
            "minutes.",
            body="""
            La recette change à chaque fois, et c’est son intérêt. Goûtez une fane crue avant de
            commencer : si elle pique, ajoutez une pomme de terre cuite.

            ## Ce qu’il faut

            - les fanes d’une botte, lavées deux fois
            - une poignée de noix ou de graines de tournesol
            - 50 g de tomme bien sèche
            - une petite gousse d’ail
            - 8 cl d’huile de tournesol, du sel, un filet de citron

            ## Comment faire

            Ébouillantez les fanes une minute et pressez-les fort dans un torchon. Hachez les noix et
            l’ail, ajoutez les fanes, la tomme, puis l’huile peu à peu. Salez à la fin : la tomme
            l’a déjà fait.

            Il se garde cinq jours au frais sous un doigt d’huile. Contient du lait, et des fruits à
            coque si vous prenez des noix.
            """,
        ),
        en=Words(
            title="Carrot-top pesto, for six slices",
            byline="Colette, welcome desk volunteer",
            lead="Stop leaving the tops at the stall. Carrots, radishes or turnips: anything goes, in ten "
            "minutes.",
            body="""
            The recipe is different each time, which is the point. Taste a raw leaf before you start:
            if it bites, add a boiled potato.

            ## What you need

            - the tops of one bunch, washed twice
            - a handful of walnuts or sunflower seeds
            - 50 g of dry tomme
            - a small clove of garlic
            - 8 cl of sunflower oil, salt, a squeeze of lemon

            ## How to make it

            Blanch the tops for a minute and wring them out in a tea towel. Chop the nuts and garlic,
            add the tops, the cheese, then the oil little by little. Salt at the end: the cheese has
            been there before you.

            It keeps five days in the fridge under a finger of oil. Contains milk, and nuts if you use
            walnuts.
            """,
        ),
    ),
    Article(
        slug="pourquoi-quatorze",
        days_ago=33,
        drawing=Drawing.SEEDLINGS,
        fr=Words(
            title="Pourquoi quatorze, et jamais quinze",
            byline="Joris, animateur",
            lead="Nos ateliers affichent vite complet. Ce n’est pas faute de chaises : c’est voulu, et nous "
            "l’avons mesuré.",
            body="""
            La première année, nous acceptions tout le monde. À vingt-cinq autour d’un pommier, six
            personnes taillaient, dix regardaient, et neuf parlaient de leurs vacances. Personne
            n’avait rien fait de mal ; l’arbre, lui, était rasé.

            ## Ce que nous avons compté

            Pendant un an, à la sortie, une question sur un papier anonyme : avez-vous parlé avec une
            personne que vous ne connaissiez pas ? À plus de quinze, quatre sur dix. À douze, neuf sur
            dix.

            ## Et quand c’est complet ?

            On ouvre une séance jumelle dès que six personnes le demandent. Et si vous ne pouvez plus
            venir, rendez votre place par le lien du mail, même une heure avant : elle repart aussitôt,
            et personne ne vous demandera pourquoi.
            """,
        ),
        en=Words(
            title="Why fourteen, and never fifteen",
            byline="Joris, facilitator",
            lead="Our workshops fill up fast. It is not for lack of chairs: we mean it, and we measured it.",
            body="""
            In our first year we took everybody. With twenty-five around an apple tree, six people
            pruned, ten watched and nine talked about their holidays. Nobody did anything wrong; the
            tree was shorn.

            ## What we counted

            For a year, on the way out, one question on an anonymous slip: did you talk with someone
            you did not know? Above fifteen, four in ten. At twelve, nine in ten.

            ## And when it is full?

            We open a twin session as soon as six people ask. And if you can no longer come, give your
            seat back by the link in the mail, even an hour before: it goes to someone at once, and
            nobody will ask you why.
            """,
        ),
    ),
    Article(
        slug="le-bac-a-64-degres",
        days_ago=47,
        drawing=Drawing.COMPOST,
        fr=Words(
            title="Le bac est monté à 64 degrés",
            byline="Maëlle, bénévole au compost",
            lead="Deux brouettes de feuilles, une de tontes, et beaucoup de bras : le récit d’un tas qui a "
            "pris.",
            body="""
            Samedi à huit heures, le thermomètre du bac 2 disait 19 degrés. Lundi, 64. Entre les deux,
            quatorze personnes, neuf fourches et une dispute amicale sur les peaux d’agrumes.

            ## Ce qui a changé

            Nous mettions trop de vert, et trop mouillé. Cette fois, chaque seau de cuisine a reçu son
            seau de feuilles sèches, et le tas a été monté d’un coup, à un mètre vingt. L’air passe, la
            chaleur reste, les graines d’herbes folles cuisent.

            > Et les agrumes ? Un quart de seau, coupés petit. La dispute est close.
            -- le carnet du compost

            ## Vous pouvez déposer

            Le bac 1 accueille vos épluchures tous les jours, côté chemin. Les feuilles sèches sont
            dans la cage à gauche : un seau pour un seau. Merci de laisser le bac 2 tranquille, il
            travaille.
            """,
        ),
        en=Words(
            title="The bin reached 64 degrees",
            byline="Maëlle, compost volunteer",
            lead="Two barrows of leaves, one of grass, and many arms: the tale of a heap that took.",
            body="""
            On Saturday at eight, the thermometer in bin 2 said 19 degrees. On Monday, 64. In between:
            fourteen people, nine forks and a friendly quarrel about citrus peel.

            ## What changed

            We put in too much green, and too wet. This time each kitchen bucket got its bucket of dry
            leaves, and the heap was built in one go, four feet high. Air gets through, heat stays in,
            weed seeds cook.

            > And citrus? A quarter of a bucket, cut small. The quarrel is over.
            -- the compost notebook

            ## You can drop yours

            Bin 1 takes your peelings every day, on the path side. Dry leaves are in the cage on the
            left: a bucket for a bucket. Please leave bin 2 alone, it is at work.
            """,
        ),
    ),
)
