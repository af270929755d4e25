"""What the desk says under each field of the market that its name leaves open."""

from django.utils.translation import gettext_lazy as _

DAY = {
    "date": _("Un seul marché par date."),
    "place": _("La halle où se tient le marché."),
    "opens_at": _("Quand les étals ouvrent, à l’heure de la halle."),
    "closes_at": _("Quand le marché finit ; les retraits aussi."),
    "orders_open_at": _("Les paniers se commandent à partir de ce moment."),
    "orders_close_at": _("Après, plus de commande : les fermes préparent ce qu’elles apportent."),
    "producer": _("Qui vient ce jour-là."),
    "pitch": _("Le numéro de la place sur le plan de la halle."),
    "starts_at": _("À l’heure de la halle, pendant le marché."),
    "ends_at": _("Le créneau suivant peut commencer à cette heure."),
    "capacity": _("Combien de commandes on y remet sans file."),
}
OFFER = {
    "market_day": _("Pour quel marché ; il ne change plus une fois l’offre enregistrée."),
    "product": _("Ce qui se vend ; il ne change plus une fois l’offre enregistrée."),
    "price_cents": _("En centimes, TVA comprise : 260 pour 2,60 €."),
    "quantity": _("Tout ce que vous apportez, dans l’unité du produit ; pas moins que le réservé."),
    "on_sale": _("Décochez pour arrêter les commandes sans rien effacer."),
}
PRODUCT = {
    "producer": _("Qui le vend, et figure sur le reçu."),
    "name_fr": _("Comme sur l’ardoise : « Poireaux », « Pain de seigle »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
    "category": _("Où on le trouve dans la page du marché."),
    "unit": _("Ce qu’un prix achète."),
    "pack_unit": _("Kilo ou litre, si un contenu est donné."),
    "vat_rate": _("5,5 pour l’alimentation ; 20 pour l’alcool et la plupart des confiseries."),
    "origin": _(
        "Le pays en toutes lettres, à choisir ou à écrire : « Espagne ». Affiché aussi grand que le prix "
        "pour fruits et légumes."
    ),
    "origin_place": _("La commune, le département, la vallée : « Drôme ». Facultatif."),
    "variety": _("Obligatoire pour pommes, poires, raisins, oranges, pommes de terre."),
    "grade": _("« I », « II » ou « Extra », pour les fruits et légumes normalisés."),
    "allergens_fr": _("Ce que les cases ne disent pas : « blé », « traces de noix »."),
    "allergens_en": _("La même précision en anglais ; vide : la française."),
    "storage_fr": _("« Au frais, 4 °C au plus », « à l’abri de la lumière »."),
    "storage_en": _("La même chose en anglais ; vide : la mention française."),
    "organic": _("Seulement avec un certificat valable : il demande les deux lignes qui suivent."),
    "certifier": _("Son nom et son numéro, comme sur le certificat."),
    "certificate_until": _("Passé ce jour, « bio » ne s’affiche plus."),
    "own_season": _("De 1 à 12, séparés par des virgules : 6, 7, 8. Vide : ceux de la plante."),
    "description_fr": _("Une ou deux phrases : le goût, comment le cuisiner."),
    "description_en": _("La même chose en anglais ; vide : le texte français."),
}
PRODUCER = {
    "name": _("Le nom connu au marché : « La Ferme des Lônes »."),
    "slug": _("En minuscules et sans espace ; ne la changez plus, des liens y mènent."),
    "pictogram": _("Le nom d’un dessin de la maison : carotte, pain, fromage."),
    "town": _("D’où viennent les produits."),
    "distance_km": _("Par la route, jusqu’à la halle."),
    "story_fr": _("Qui travaille là, et comment, en deux phrases."),
    "story_en": _("La même chose en anglais ; vide : le texte français."),
    "legal_name": _("Qui vend au sens de la loi ; imprimé sur le reçu."),
    "siret": _("Quatorze chiffres ; imprimé sur le reçu."),
    "vat_regime": _("Demandez-le à la ferme : il décide de la mention du reçu."),
    "settlement": _("Comment l’argent des commandes lui arrive."),
}
FUND_WORD = {
    "given_by": _("Le partenaire, ou « Accueil de la halle ». Le mot lui-même est tiré au sort."),
    "basket_cents": _("Ce que la caisse paie d’une commande, au plus : 2000 pour 20 €."),
    "baskets": _("Combien de paniers ce mot peut payer, toutes personnes confondues."),
    "until": _("Après ce jour, le mot ne sert plus."),
}
