"""What the desk says under each field of content that its name leaves open."""

from django.utils.translation import gettext_lazy as _

WORD = {
    "name_fr": _("Un mot ou deux, comme on le dirait : « Compost », « Trouver des outils »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
}
PARTNER = {
    "name": _("Le nom que le quartier lui donne."),
    "slug": _("En minuscules et sans espace ; ne le changez plus, des liens y mènent."),
    "needs": _("Ce pour quoi l’on vient ; l’annuaire se trie ainsi."),
    "help_en": _("La même chose en anglais ; vide : le texte français."),
    "address": _("Le numéro et la rue. Vide : le lieu se dit au téléphone."),
    "town": _("La commune ; l’annuaire se trie ainsi."),
    "hours_en": _("La même chose en anglais ; vide : le texte français."),
    "phone": _("Montré à tout le monde : jamais un numéro personnel."),
    "website": _("L’adresse entière, avec https://."),
    "is_shown": _("Décoché : on garde sa fiche, personne ne la voit."),
}
LEGAL_VERSION = {
    "page": _("Le texte dont c’est une version : mentions légales, vie privée, vente."),
}
ENQUIRY = {
    "state": _("Répondez depuis votre messagerie, puis dites-le ici à toute l’équipe."),
}
REASON = {
    "name_fr": _("Comme on le dirait : « Proposer un atelier », « Devenir bénévole »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
}
