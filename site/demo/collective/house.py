"""The two identities of the collective: what the foot of a page says, and what an order must say."""

from commons.places.models import House
from market.models import Collective, VatRegime

ADDRESS = "Halle des Lônes, place du Lavoir, 01990 Val-des-Lônes"

HOUSE = {
    "name": "Halle & Jardins des Lônes",
    "address": "Halle des Lônes\nplace du Lavoir\n01990 Val-des-Lônes",
    "hours_fr": "Marché : mercredi, 16 h – 20 h\net samedi, 8 h 30 – 13 h.\n"
    "Accueil : mardi et jeudi, 17 h – 19 h.",
    "hours_en": "Market: Wednesday, 4 to 8 pm\nand Saturday, 8:30 am to 1 pm.\n"
    "Welcome desk: Tuesday and Thursday, 5 to 7 pm.",
    "join_text_fr": "On adhère à prix libre, on vient quand on peut. Passez un mardi ou un jeudi, "
    "il y a toujours du café.",
    "join_text_en": "Membership is pay-what-you-can; come when you can. Drop by on a Tuesday or "
    "a Thursday: there is always coffee.",
    "email": "bonjour@halle.example",
    "phone": "01 99 00 12 34",  # a range that is given to nobody, kept for fiction
}

COLLECTIVE = {
    "legal_name": "Association Halle & Jardins des Lônes",
    "address": ADDRESS,
    "siret": "999 000 010 00017",
    "email": "comptes@halle.example",
    "vat_regime": VatRegime.LIABLE,
    "mediator": "Médiation des Marchés, 3 quai des Tanneurs, 01990 Val-des-Lônes (fictif)",
}


def lay() -> None:
    """Fill in both settings, once: words that volunteers changed since are theirs."""
    house = House.load()
    if not house.address:
        House.objects.filter(pk=house.pk).update(**HOUSE)
    collective = Collective.load()
    if not collective.legal_name:
        Collective.objects.filter(pk=collective.pk).update(**COLLECTIVE)
