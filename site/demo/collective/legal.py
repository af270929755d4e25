"""What the collective writes where the starter texts leave a gap."""

from content.models.legal import GAP
from demo.collective.house import ADDRESS, COLLECTIVE, HOUSE

# By the words of a gap, in either language; the first that a gap contains is the one it asks for.
FACTS = {
    "adresse et téléphone de l’hébergeur": "4 quai des Serveurs, 01990 Val-des-Lônes, 01 99 00 56 78 (fictif)",
    "address and telephone of the host": "4 quai des Serveurs, 01990 Val-des-Lônes, France, +33 1 99 00 56 78 (fictional)",
    "nom de l’hébergeur": "L’Hébergerie des Lônes, coopérative (fictive)",
    "name of the host": "L’Hébergerie des Lônes, a co-operative (fictional)",
    "nom légal": COLLECTIVE["legal_name"],
    "legal name": COLLECTIVE["legal_name"],
    "numéro de téléphone": HOUSE["phone"],
    "telephone number": HOUSE["phone"],
    "nom et fonction": "Sana Belhadj, coprésidente",
    "name and role": "Sana Belhadj, co-chair",
    "nom et adresse du médiateur": COLLECTIVE["mediator"],
    "name and address of the mediator": COLLECTIVE["mediator"],
    "adresse e-mail": HOUSE["email"],
    "e-mail address": HOUSE["email"],
    "adresse": ADDRESS,
    "address": ADDRESS,
    "nombre de jours": "sept",
    "number of days": "seven",
    "prestataire de paiement": "le prestataire de paiement (ici, une imitation pour la démonstration)",
    "payment provider": "the payment provider (here, an imitation for the demo)",
    "ce que deviennent": "rejoint les paniers suspendus, sauf si vous nous appelez",
    "what becomes": "joins the suspended baskets, unless you call us",
    "numéro": COLLECTIVE["siret"],
    "number": COLLECTIVE["siret"],
}

# What the page about private life said before it spoke of messages to partners.
BEFORE = {
    "fr": "<p>L’association garde votre nom et votre adresse e-mail pour vos réservations et vos commandes, "
    "un an au plus, et les pièces comptables dix ans. Rien n’est vendu, rien n’est donné. Aucun traceur. "
    "Pour voir, corriger ou effacer ce qui vous concerne : bonjour@halle.example.</p>",
    "en": "<p>The association keeps your name and e-mail address for your bookings and orders, for one year "
    "at most, and accounting records for ten years. Nothing is sold, nothing is given away. No trackers. "
    "To see, correct or erase what concerns you: bonjour@halle.example.</p>",
}
CHANGES = {
    "fr": "On y parle maintenant des messages et de l’annuaire.",
    "en": "It now speaks of messages and of the directory.",
}


def fill_in(text: str) -> str:
    """The text with each of its gaps filled in. Raises StopIteration for a gap that nothing fills."""
    return GAP.sub(lambda gap: next(FACTS[words] for words in FACTS if words in gap[0]), text)
