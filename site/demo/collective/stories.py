"""Five articles, the newest a few days old whenever the demo is first loaded."""

from datetime import datetime, timedelta

from django.utils import timezone

from commons.cms.models import StoryPage
from content.models import ArticleIndexPage, ArticlePage
from demo.collective.telling import Told, tell

Drawing = StoryPage.Illustration

# Days ago, slug, drawing, byline, then the words in French and in English.
ARTICLES = (
    (
        4,
        "la-soupe-de-minuit",
        Drawing.KITCHEN,
        "Nadège, à la cuisine",
        Told(
            title="La soupe de minuit",
            lead="Quatorze kilos de poireaux invendus, une coupure de courant, et la meilleure soirée du mois.",
            body=(
                "À 12 h 40, il restait quatorze kilos de poireaux et six potimarrons. À 13 h, Youssef avait écrit "
                "« soupe ce soir, apportez un bol » sur l’ardoise. À 20 h, nous étions quarante-trois.",
                "Le courant a sauté au moment de mixer. On a donc écrasé à la fourchette, à la lueur des vélos "
                "retournés : il suffisait de pédaler. Les enfants se sont relayés pendant une heure.",
                "> Je suis venue emprunter du sel. Je suis repartie à minuit. — une voisine de la rue des Mariniers",
                "<h2>La recette, pour quatre</h2><ul><li>Trois poireaux, verts compris</li><li>Un quart de "
                "potimarron, avec la peau</li><li>Une croûte de fromage</li><li>Du poivre, du temps</li></ul>"
                "<p>Faites fondre les poireaux un quart d’heure sans eau, ajoutez le reste, couvrez d’eau. "
                "Trente minutes. Écrasez. Courant facultatif.</p>",
            ),
        ),
        Told(
            title="Midnight soup",
            lead="Fourteen kilos of unsold leeks, a power cut, and the best evening of the month.",
            body=(
                "At 12:40 there were fourteen kilos of leeks and six squashes left. By one, Youssef had chalked “soup "
                "tonight, bring a bowl” on the slate. By eight there were forty-three of us.",
                "The power failed just as we reached for the blender. So we mashed with forks, by the light of upturned "
                "bicycles: someone only had to pedal. The children took turns for an hour.",
                "> I came to borrow some salt. I went home at midnight. — a neighbour from rue des Mariniers",
                "<h2>The recipe, for four</h2><ul><li>Three leeks, greens included</li><li>A quarter of a red kuri "
                "squash, skin on</li><li>A cheese rind</li><li>Pepper, time</li></ul><p>Soften the leeks for a quarter of "
                "an hour without water, add the rest, cover with water. Thirty minutes. Mash. Electricity optional.</p>",
            ),
        ),
    ),
    (
        11,
        "partager-un-carre",
        Drawing.GARDEN,
        "Rose-Marie, parcelle 5",
        Told(
            title="Partager un carré, mode d’emploi",
            lead="Ce que deux saisons à deux foyers nous ont appris : une corde, un cahier, et les tomates d’abord.",
            body=(
                "Nous avions douze mètres carrés et pas assez de dimanches. Les Ferrero avaient des dimanches et "
                "pas de terre. On a tendu une corde au milieu ; au bout d’un mois, plus personne ne savait où elle était.",
                "<h2>Ce qui a marché</h2><ul><li>Un cahier dans la cabane : qui a arrosé, qui a récolté.</li><li>Une "
                "culture chacun, et le reste en commun.</li><li>Dire tout haut ce qu’on ne veut pas faire. Moi, c’est "
                "les limaces.</li></ul>",
                "Il reste des coins libres aux Rails. On peut dire non après la première saison, sans raison à donner.",
            ),
        ),
        Told(
            title="How to share a plot",
            lead="What two seasons with two households taught us: a rope, a notebook, and tomatoes first.",
            body=(
                "We had twelve square metres and not enough Sundays. The Ferreros had Sundays and no land. We "
                "stretched a rope down the middle; a month later nobody knew where it was.",
                "<h2>What worked</h2><ul><li>A notebook in the shed: who watered, who picked.</li><li>One crop each, "
                "and the rest in common.</li><li>Saying out loud what you do not want to do. For me, it is "
                "slugs.</li></ul>",
                "There are free corners at the Rails. You may say no after the first season, with no reason to give.",
            ),
        ),
    ),
    (
        19,
        "combien-gagne-odile",
        Drawing.BASKETS,
        "La trésorerie",
        Told(
            title="Sur une botte à 2,60 €, combien pour Odile ?",
            lead="Où va chaque euro du marché, sans arrondir vers ce qui nous arrange.",
            body=(
                "Sur une botte de poireaux à 2,60 €, Odile touche 2,31 €. La banque prend 4 centimes quand vous payez "
                "par carte, rien à l’étal. Le reste chauffe la halle et paie l’assurance.",
                "Nous publions ces chiffres chaque trimestre. S’ils ne vous plaisent pas, l’assemblée est le premier "
                "mercredi du mois, et il y a du gâteau.",
            ),
        ),
        Told(
            title="Out of a €2.60 bunch, how much for Odile?",
            lead="Where each euro of the market goes, without rounding in our favour.",
            body=(
                "Out of a €2.60 bunch of leeks, Odile receives €2.31. The bank takes 4 cents when you pay by card, "
                "nothing at the stall. The rest heats the hall and pays the insurance.",
                "We publish these figures every quarter. If you do not like them, the assembly meets on the first "
                "Wednesday of the month, and there is cake.",
            ),
        ),
    ),
    (
        27,
        "venir-avec-un-fauteuil",
        Drawing.HALL,
        "Youssef, au stand d’accueil",
        Told(
            title="Venir à la halle en fauteuil, ce qui va et ce qui coince",
            lead="Nous avons fait le tour avec Paulette, qui roule. Voici la liste, même la partie gênante.",
            body=(
                "Ce qui va : l’entrée des Mariniers, les toilettes, l’ascenseur de la cuisine, deux étals abaissés. "
                "Ce qui coince : le pavé devant l’étal 3, et la table commune, trop haute d’une main.",
                "La table sera rabotée ce mois-ci, c’est voté. Pour le pavé, la ville a reçu notre lettre ; en "
                "attendant, l’étal 3 vient à vous, il suffit de lever la main.",
            ),
        ),
        Told(
            title="Coming to the hall in a wheelchair: what works, what does not",
            lead="We went round with Paulette, who rolls. Here is the list, even the awkward part.",
            body=(
                "What works: the Mariniers entrance, the toilets, the kitchen lift, two lowered stalls. What does not: "
                "the cobbles in front of stall 3, and the long table, a hand too high.",
                "The table will be cut down this month; it has been voted. As for the cobbles, the town has our letter; "
                "meanwhile stall 3 comes to you, just raise your hand.",
            ),
        ),
    ),
    (
        40,
        "deux-heures-par-mois",
        Drawing.BIKES,
        "Inès, à la coordination",
        Told(
            title="Deux heures par mois, c’est déjà beaucoup",
            lead="Cinq façons de donner un coup de main, de cinq minutes à un hiver.",
            body=(
                "<ul><li>Cinq minutes : effacer l’ardoise à 12 h 30.</li><li>Une heure : tenir l’accueil pendant que "
                "Youssef boit un café.</li><li>Deux heures : livrer trois paniers à vélo, rue Basse.</li><li>Une "
                "journée : peindre les numéros des étals.</li><li>Un hiver : reprendre le cahier des comptes avec "
                "Bénédicte, qui explique bien.</li></ul>",
                "On ne demande pas de savoir faire. On demande de dire quand on ne peut pas.",
            ),
        ),
        Told(
            title="Two hours a month is already a lot",
            lead="Five ways to lend a hand, from five minutes to a whole winter.",
            body=(
                "<ul><li>Five minutes: wipe the slate at 12:30.</li><li>An hour: mind the desk while Youssef has a "
                "coffee.</li><li>Two hours: deliver three baskets by bike, rue Basse.</li><li>A day: paint the stall "
                "numbers.</li><li>A winter: take over the account book with Bénédicte, who explains well.</li></ul>",
                "We do not ask you to know how. We ask you to say when you cannot.",
            ),
        ),
    ),
)


def load(now: datetime) -> None:
    """Publish the articles that are missing."""
    today = timezone.localdate(now)
    for days_ago, slug, drawing, byline, fr, en in ARTICLES:
        tell(
            ArticlePage,
            under=ArticleIndexPage,
            slug=slug,
            fr=fr,
            en=en,
            date=today - timedelta(days=days_ago),
            byline=byline,
            illustration=drawing,
        )
