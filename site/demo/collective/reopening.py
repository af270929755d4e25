"""How the hall of the Lônes was reopened: nine years, in nine steps."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Step:
    """When, what, and how it went; each as (French, English)."""

    when: tuple[str, str]
    title: tuple[str, str]
    text: tuple[str, str]

    def in_language(self, code: str) -> tuple[str, str, str]:
        """When, title and text in "fr" or "en"."""
        rank = int(code == "en")
        return self.when[rank], self.title[rank], self.text[rank]


STEPS = (
    Step(
        when=("mars 2009", "March 2009"),
        title=("La grille se ferme", "The gate is locked"),
        text=(
            "Le dernier boucher prend sa retraite. La commune met un cadenas « le temps des travaux ». Il n’y a pas de travaux.",
            "The last butcher retires. The town puts a padlock on “until the works are done”. There are no works.",
        ),
    ),
    Step(
        when=("automne 2010", "autumn 2010"),
        title=("Soixante-douze places de parking", "Seventy-two parking spaces"),
        text=(
            "Un plan circule : raser la charpente de 1878, couler du béton. Odile le lit à voix haute au lavoir. On est sept ; le mardi suivant, vingt-trois.",
            "A plan goes round: pull down the roof of 1878, pour concrete. Odile reads it aloud at the wash-house. There are seven of us; the next Tuesday, twenty-three.",
        ),
    ),
    Step(
        when=("2011", "2011"),
        title=("Des crêpes et des signatures", "Pancakes and signatures"),
        text=(
            "Une crêpe, une signature : 1 940 noms en dix dimanches. La pétition est traduite en turc, en portugais et en arabe par celles et ceux qui en avaient besoin.",
            "One pancake, one signature: 1,940 names in ten Sundays. Those who needed it translate the petition into Turkish, Portuguese and Arabic.",
        ),
    ),
    Step(
        when=("14 juin 2012", "14 June 2012"),
        title=("Le conseil dit non au parking", "The council says no to the car park"),
        text=(
            "Par quatorze voix contre douze. Mais personne n’a d’argent pour autre chose. La grille reste fermée.",
            "By fourteen votes to twelve. But nobody has money for anything else. The gate stays locked.",
        ),
    ),
    Step(
        when=("hivers 2013 et 2014", "winters of 2013 and 2014"),
        title=("Le marché sans la halle", "The market without the hall"),
        text=(
            "Trois maraîchers s’installent dehors, devant la grille, un samedi sur deux, sous des bâches. On apprend à se passer d’un toit, et à se connaître.",
            "Three growers set up outside, in front of the gate, every other Saturday, under tarpaulins. We learn to do without a roof, and to know each other.",
        ),
    ),
    Step(
        when=("printemps 2015", "spring 2015"),
        title=("L’association naît, avec une règle", "The association is born, with one rule"),
        text=(
            "Jamais plus de quatorze autour d’une table : à quinze, quelqu’un se tait. Les statuts tiennent sur deux pages, relues par une lycéenne et par un notaire.",
            "Never more than fourteen around a table: at fifteen, somebody falls silent. The statutes fit on two pages, checked by a schoolgirl and a notary.",
        ),
    ),
    Step(
        when=("été 2016", "summer 2016"),
        title=("Quarante-deux poteaux à sauver", "Forty-two posts to save"),
        text=(
            "Joris et deux compagnons charpentiers forment un chantier ouvert. Cent dix personnes y passent au moins une journée. Deux en font leur métier.",
            "Joris and two journeyman carpenters open the site to all. A hundred and ten people spend at least a day there. Two make it their trade.",
        ),
    ),
    Step(
        when=("novembre 2017", "November 2017"),
        title=("La clé ne tourne pas", "The key will not turn"),
        text=(
            "La commune remet la clé pour trente ans, contre un bail d’un euro. La serrure a rouillé. C’est Monsieur Tran, serrurier à la retraite, qui l’ouvre, en onze minutes, devant deux cents personnes.",
            "The town hands over the key for thirty years, for a rent of one euro. The lock has rusted. Mr Tran, a retired locksmith, opens it in eleven minutes, in front of two hundred people.",
        ),
    ),
    Step(
        when=("samedi 7 avril 2018", "Saturday 7 April 2018"),
        title=("Premier marché", "First market"),
        text=(
            "Cinq étals, trois cents paniers, plus une botte de radis à dix heures et demie. À midi on pousse les tréteaux, et l’on mange ensemble. Ça n’a pas cessé depuis.",
            "Five stalls, three hundred baskets, not a radish left by half past ten. At noon we push the trestles together and eat. We have done so ever since.",
        ),
    ),
)
