"""What the desk says under each field of turns, things and notices that its name leaves open."""

from django.utils.translation import gettext_lazy as _

CHORE = {
    "garden": _("Le jardin qui en a besoin."),
    "kind": _("Pour la retrouver dans les listes."),
    "name_fr": _("« Arrosage du soir », « Retourner le compost »."),
    "name_en": _("Vide : le nom français sert aussi en anglais."),
    "words_fr": _("Lu par qui prend le tour : où est l’arrosoir, combien par plant."),
    "words_en": _("La même chose en anglais ; vide : le texte français."),
    "minutes": _("Ce que cela prend vraiment ; ces minutes font les heures bénévoles."),
    "places": _("À deux, on bavarde ; seul·e, on choisit son heure."),
    "hardness": _("1 léger, 2 moyen, 3 dur : les tours les plus durs sont remplis d’abord."),
    "opens": _("On peut venir dès cette heure."),
    "closes": _("Il faut avoir fini à cette heure."),
    "first_day": _("Le premier jour où il peut y avoir un tour."),
    "last_day": _("Le dernier, compris. Les tours sont posés huit semaines à l’avance."),
}
REST_DAY = {"day": _("Un jour férié, une fête : aucun tour ce jour-là.")}
THING = {
    "garden": _("Où cela se trouve ; ses foyers le voient."),
    "kind": _("Pour le ranger dans la liste."),
    "way": _("Ce qui se prête se réserve à l’heure ; ce qui se donne, à l’unité."),
    "name": _("En deux mots : « Motoculteur », « Plants de tomates »."),
    "words": _("L’état, où c’est rangé, comment s’en servir."),
    "picture": _("Facultative. Le lieu et l’heure de la prise de vue sont effacés."),
    "withdrawn_at": _("Vide tant que c’est proposé. Une date le retire de la liste."),
    "quantity": _("Pour ce qui se donne ; un outil prêté compte pour un."),
}
KEY = {
    "garden": _("Le jardin qu’elle ouvre."),
    "name": _("« Cabane », « Portail du quai »."),
    "note": _("Montré aux seuls foyers qui jardinent ici aujourd’hui."),
}
NOTICE = {
    "garden": _("Le jardin où elle s’affiche."),
    "title": _("En quelques mots."),
    "words": _("600 signes au plus. Signée « L’équipe du jardin »."),
    "picture": _("Facultative. Le lieu et l’heure de la prise de vue sont effacés."),
    "until": _("Elle se retire d’elle-même après ce jour."),
}
