"""What the desk says under each field of the workshops that its name leaves open."""

from django.utils.translation import gettext_lazy as _

WORKSHOP = {
    "name_fr": _("Ce que l’on y fait : « Tailler ses petits fruits »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
    "facilitator": _("Un prénom suffit ; il est affiché."),
    "bring": _("Ce que chaque personne prend avec elle : « un bocal, un torchon »."),
    "bring_en": _("La même chose en anglais ; vide : le texte français."),
}
SESSION = {
    "workshop": _("L’atelier dont c’est une date."),
    "place": _("Où l’on se retrouve ; il peut limiter les places."),
    "starts_at": _("Le jour et l’heure où l’on commence, à l’heure de la halle."),
    "ends_at": _("Le même jour, le plus souvent."),
    "capacity": _("Moins de quinze, et jamais moins que les places déjà réservées."),
}
