"""Where sessions are held, by their clocks: the hall's own, and those of the collective's friends."""

from django.utils.translation import gettext_lazy as _

ZONES = [
    ("Europe/Paris", _("Paris")),
    ("Europe/London", _("Londres")),
    ("America/Montreal", _("Montréal")),
    ("America/Guadeloupe", _("Guadeloupe et Martinique")),
    ("America/Cayenne", _("Guyane")),
    ("Indian/Reunion", _("La Réunion")),
    ("Indian/Mayotte", _("Mayotte")),
    ("Africa/Dakar", _("Dakar")),
    ("Africa/Algiers", _("Alger")),
]
