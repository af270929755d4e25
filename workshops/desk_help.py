"""What the desk says under each field of the workshops that its name leaves open."""

from django.utils.translation import gettext_lazy as _

WORKSHOP = {
    "name_fr": _("Ce que l’on y fait : « Tailler ses petits fruits »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
}
TOPIC = {
    "name_fr": _("Un mot ou deux : « Sol », « Cuisine », « Réparer »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
}
CYCLE = {
    "name_fr": _("Ce qui relie ses séances : « Le verger en quatre saisons »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
}
SESSION = {
    "workshop": _("L’atelier dont c’est une date."),
    "cycle": _("Vide pour une séance seule."),
    "place": _("Où l’on se retrouve ; il peut limiter les places."),
    "starts_at": _("Le jour et l’heure où l’on commence, à l’heure de la halle."),
    "ends_at": _("Le même jour, le plus souvent."),
    "capacity": _("Moins de quinze, et jamais moins que les places déjà réservées."),
}
