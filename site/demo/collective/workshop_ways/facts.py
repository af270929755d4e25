"""Workshops of every other kind: paid by card, by tiers, online, a council, a drop-in, a cycle, a full one."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from demo.collective import places
from demo.collective.calendar import (
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Round,
)
from demo.collective.workshop_facts import Drawing

CHEESE = "faire-son-fromage"
SEWING = "reprendre-ses-vetements"
DRAWING_A_PLOT = "dessiner-son-potager"

TOPICS = {
    "cuisine": ("La cuisine", "Cooking"),
    "jardin": ("Le jardin", "Gardening"),
    "sol": ("Le sol", "Soil"),
    "reparer": ("Réparer", "Mending"),
    "ensemble": ("Décider ensemble", "Deciding together"),
}
# Those of workshop_facts, whose rows are made elsewhere.
TOPICS_OF_OTHERS = {
    "tailler-sans-crainte": "jardin",
    "le-compost-du-seau-au-sol": "sol",
    "semer-sous-abri": "jardin",
    "pain-au-levain": "cuisine",
    "conserves-de-saison": "cuisine",
    "reparer-son-velo": "reparer",
    "cuisiner-du-trognon-aux-fanes": "cuisine",
    "teindre-avec-les-plantes": "reparer",
    "lire-son-sol": "sol",
    "mercredi-en-famille": "jardin",
}


@dataclass(frozen=True, kw_only=True)
class Way:
    """A workshop that stays as its editors left it, when it comes round, and who asks what."""

    slug: str
    topic: str
    drawing: str
    turn: Round
    facts: dict[str, Any]
    online_url: str = ""
    tiers: tuple[tuple[str, str, int], ...] = ()
    questions: tuple[tuple[str, str, str], ...] = ()


WAYS = (
    Way(
        slug=CHEESE,
        topic="cuisine",
        drawing=Drawing.KITCHEN,
        turn=Round(
            workshop=CHEESE, place=places.KITCHEN, weekday=SATURDAY, starts=time(9, 30), hours=4,
            every=3, week=0, parties=(2, 2, 1, 2, 1), sought=True,
        ),
        facts={
            "facilitator": "La Chèvrerie de la Roche",
            "usual_capacity": 8,
            "price_kind": "fixed",
            "price_cents": 1500,
            "paid_where": "online",
            "level": "beginners",
            "min_age": 12,
            "provided_fr": "le lait, la présure, les moules et les tabliers",
            "provided_en": "milk, rennet, moulds and aprons",
            "bring": "une boîte qui ferme",
            "bring_en": "a box with a lid",
            "access_fr": "Debout une heure sur quatre ; des tabourets pour le reste. Odeur de lait chaud.",
            "access_en": "Standing one hour in four; stools for the rest. Smell of warm milk.",
        },
        questions=(
            ("Une allergie que nous devons connaître ?", "An allergy we should know of?", "words"),
        ),
    ),
    Way(
        slug=SEWING,
        topic="reparer",
        drawing=Drawing.HALL,
        turn=Round(
            workshop=SEWING, place=places.HALL, weekday=MONDAY, starts=time(18, 30), hours=2,
            every=2, week=0, parties=(1, 2, 1),
        ),
        facts={
            "facilitator": "Fatou Ndiaye",
            "usual_capacity": 10,
            "price_kind": "tiers",
            "spoken": "français et wolof",
            "provided_fr": "machines, fil, épingles",
            "provided_en": "machines, thread, pins",
            "bring": "un vêtement à reprendre",
            "bring_en": "something to mend",
        },
        tiers=(("Solidaire", "Solidarity", 0), ("Juste", "Fair", 800), ("Soutien", "Supporter", 1500)),
    ),
    Way(
        slug=DRAWING_A_PLOT,
        topic="jardin",
        drawing=Drawing.SEEDLINGS,
        turn=Round(
            workshop=DRAWING_A_PLOT, place="", weekday=TUESDAY, starts=time(19), hours=1.5,
            every=2, week=1, parties=(1, 1, 2, 1),
        ),
        online_url="https://visio.example/dessiner-son-potager",
        facts={
            "facilitator": "Sana Belhadj",
            "usual_capacity": 14,
            "held": "online",
            "bring": "un papier, un crayon, la mesure de votre balcon",
            "bring_en": "paper, a pencil, the size of your balcony",
            "access_fr": "Sous-titres en direct ; l’enregistrement n’est jamais gardé.",
            "access_en": "Live captions; no recording is kept.",
        },
        questions=(
            ("Suivrez-vous par téléphone ?", "Will you join by phone?", "yes-no"),
        ),
    ),
    Way(
        slug="conseil-de-la-halle",
        topic="ensemble",
        drawing=Drawing.HALL,
        turn=Round(
            workshop="conseil-de-la-halle", place=places.HALL, weekday=THURSDAY, starts=time(19),
            hours=2, every=3, week=1, parties=(2, 1, 3, 1, 1, 2),
        ),
        facts={
            "kind": "council",
            "usual_capacity": 40,
            "facilitator": "Lina Ferhat",
            "provided_fr": "une soupe, un coin pour les enfants",
            "provided_en": "soup, and a corner for children",
            "access_fr": "Boucle magnétique ; interprète en langue des signes sur demande.",
            "access_en": "Hearing loop; sign language interpreter on request.",
        },
    ),
    Way(
        slug="troc-de-graines",
        topic="jardin",
        drawing=Drawing.SEEDLINGS,
        turn=Round(
            workshop="troc-de-graines", place=places.RIVERSIDE, weekday=WEDNESDAY,
            starts=time(17), hours=2, every=1, week=0,
        ),
        facts={
            "kind": "drop-in",
            "takes_bookings": False,
            "usual_capacity": 14,
            "audience": "families",
            "bring": "vos graines en trop, ou rien",
            "bring_en": "your spare seeds, or nothing",
        },
    ),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Series:
    """Some of the coming sessions of a workshop, bound as a cycle; ``first`` counts from the nearest."""

    workshop: str
    name_fr: str
    name_en: str
    booked: str
    first: int
    dates: int


CYCLES = (
    Series(
        workshop=SEWING,
        name_fr="Un pantalon en trois soirs",
        name_en="Trousers in three evenings",
        booked="either",
        first=0,
        dates=3,
    ),
    Series(
        workshop=DRAWING_A_PLOT,
        name_fr="Du balcon à la récolte, en deux soirs",
        name_en="From balcony to harvest, in two evenings",
        booked="whole",
        first=1,
        dates=2,
    ),
)
