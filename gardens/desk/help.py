"""What the desk says under each field of the gardens that its name leaves open."""

from django.utils.translation import gettext_lazy as _

GARDEN = {
    "name_fr": _("Le nom que le quartier lui donne."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
    "place": _("L’adresse, et comment y venir."),
    "slug": _("En minuscules et sans espace ; ne la changez plus, des liens y mènent."),
    "plan_height": _("Dans la même unité que la largeur."),
    "criteria_en": _("Les mêmes critères en anglais ; vide : le texte français."),
    "climate_en": _("La même chose en anglais ; vide : le texte français."),
}
PLOT = {
    "garden": _("Le jardin où elle se trouve."),
    "number": _("Celui de son piquet ; un seul par jardin."),
    "kind": _("À un foyer, à plusieurs, ou à tout le jardin."),
    "sun": _("Ce qu’elle reçoit un jour d’été."),
    "soil": _("Ce que la main en dit : serré, il colle ; ouvert, il coule."),
    "soil_note_en": _("La même chose en anglais ; vide : le texte français."),
}
FEATURE = {
    "garden": _("Le jardin où il se trouve."),
    "kind": _("Ce que le plan dessine."),
    "x": _("Depuis la gauche du plan, dans son unité."),
    "y": _("Depuis le haut du plan, dans son unité."),
    "width": _("Dans l’unité du plan."),
    "height": _("Dans l’unité du plan."),
}
TENANCY = {
    "plot": _("La parcelle attribuée."),
    "household": _("Qui la cultive : une personne seule est un foyer aussi."),
    "starts_on": _("Le jour où les clés sont remises."),
    "ends_on": _("Compris dans l’attribution. Vide : elle continue."),
    "state": _("Annulée : la part redevient libre."),
}
CHARTER = {
    "garden": _("Le jardin qu’elle engage."),
    "text": _("Court et positif : ce que l’on fait, plutôt que ce que l’on interdit."),
    "text_en": _("Vide : le texte français sert aussi en anglais."),
}
