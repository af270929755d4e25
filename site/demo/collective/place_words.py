"""The pages of the four places."""

from dataclasses import dataclass

from commons.cms.models import StoryPage
from demo.collective import places
from demo.collective.pages import Words

Drawing = StoryPage.Illustration


@dataclass(frozen=True, kw_only=True)
class Told:
    slug: str
    place: str
    drawing: str
    fr: Words
    en: Words


PLACES = (
    Told(
        slug="halle-des-lones",
        place=places.HALL,
        drawing=Drawing.HALL,
        fr=Words(
            title="La halle des Lônes",
            lead="Huit étals sous une charpente de 1878, deux marchés par semaine, et de la place pour "
            "s’asseoir.",
            body="""
            La halle a fermé en 2009 et failli devenir un parking. Il a fallu neuf ans de réunions,
            de crêpes et de pétitions pour la rouvrir. Aujourd’hui l’association la tient avec huit
            producteurs et productrices, tous à moins de quarante kilomètres.

            ## Retirer sa commande

            La table de retrait se trouve à droite en entrant côté lavoir. Donnez votre numéro de
            commande, même de mémoire : on vous retrouve. Si vous ne pouvez pas venir, envoyez
            quelqu’un avec le numéro.

            ## Sans commande

            Les étals ont toujours de quoi faire. On paie sur place, en espèces, par carte ou par
            chèque.
            """,
        ),
        en=Words(
            title="The Lônes hall",
            lead="Eight stalls under a roof of 1878, two markets a week, and room to sit down.",
            body="""
            The hall closed in 2009 and nearly became a car park. It took nine years of meetings,
            pancakes and petitions to open it again. Today the association runs it with eight
            producers, all less than forty kilometres away.

            ## Picking up your order

            The pick-up table is on your right as you come in from the wash-house. Give your order
            number, even from memory: we will find you. If you cannot come, send someone with the
            number.

            ## Without an order

            The stalls always have plenty. You pay there and then, by cash, card or cheque.
            """,
        ),
    ),
    Told(
        slug="cuisine-du-preau",
        place=places.KITCHEN,
        drawing=Drawing.KITCHEN,
        fr=Words(
            title="La cuisine du Préau",
            lead="L’ancienne cantine de l’école : deux fours, dix tabliers, une grande table.",
            body="""
            On y cuisine à dix, jamais plus : au-delà, la moitié regarde. Deux plans de travail se
            règlent en hauteur. Les habitants et habitantes du quartier peuvent l’emprunter en
            semaine contre une heure de ménage ; demandez à l’accueil.
            """,
        ),
        en=Words(
            title="The Préau kitchen",
            lead="The old school canteen: two ovens, ten aprons, one big table.",
            body="""
            We cook ten at a time, never more: beyond that, half of us watch. Two worktops adjust in
            height. Neighbours may borrow the kitchen on weekdays for an hour’s cleaning; ask at the
            welcome desk.
            """,
        ),
    ),
    Told(
        slug="jardin-des-lavandieres",
        place=places.RIVERSIDE,
        drawing=Drawing.GARDEN,
        fr=Words(
            title="Venir aux Lavandières",
            lead="Cinq minutes à pied depuis la halle, par le quai. Le portail vert, juste après le lavoir.",
            body="""
            Le chemin est plat et stabilisé : fauteuils, poussettes et brouettes passent. Les vélos
            s’accrochent le long de la haie. Les ateliers ont lieu autour de la grande table, sous le
            noyer, ou dans la cabane quand il pleut.
            """,
        ),
        en=Words(
            title="Getting to Lavandières",
            lead="Five minutes on foot from the hall, along the quay. The green gate, just past the "
            "wash-house.",
            body="""
            The path is flat and firm: wheelchairs, prams and wheelbarrows all get through. Bikes can
            be locked along the hedge. Workshops gather round the big table under the walnut tree, or
            in the shed when it rains.
            """,
        ),
    ),
    Told(
        slug="jardin-du-fournil",
        place=places.HILLSIDE,
        drawing=Drawing.GARDEN,
        fr=Words(
            title="Venir au Fournil",
            lead="Un quart d’heure de montée, ou le bus 4 jusqu’à l’arrêt Fournil.",
            body="""
            Le jardin est en pente et le sol enherbé. Si la montée vous inquiète, dites-le en
            réservant : quelqu’un vous attend à l’arrêt avec une poussette de marché et tout son
            temps. Apportez votre gourde, l’eau du toit ne se boit pas.
            """,
        ),
        en=Words(
            title="Getting to Fournil",
            lead="A quarter of an hour uphill, or bus 4 to the Fournil stop.",
            body="""
            The garden slopes and the ground is grassy. If the climb worries you, say so when you
            book: someone will wait at the stop with a shopping trolley and all the time in the
            world. Bring a bottle: roof water is not for drinking.
            """,
        ),
    ),
)
