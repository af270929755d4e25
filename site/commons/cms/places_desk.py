"""The volunteers' screen of places: what sessions, markets, gardens and pages then point to."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from commons.cms.desk import DeskViewSet
from commons.places.models import Place


class PlaceDesk(DeskViewSet):
    """In the settings: a place is added once in years. Who keeps a trade reads it."""

    model = Place
    icon = "home"
    menu_label = _("Lieux")
    menu_order = 20
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["name", "address", "city", "seats_limit"]
    search_fields = ["name", "address", "city"]
    inspect_view_enabled = True
    inspect_view_fields = ["name", "address", "postcode", "city", "seats_limit", "access"]
    help_texts = {
        "name": _(
            "Le nom que tout le monde lui donne : « La halle », « Le jardin des Lavandières »."
        ),
        "address": _("Le numéro et la rue : elle part dans les messages et les agendas."),
        "postcode": _("Cinq chiffres."),
        "city": _("La commune."),
    }
    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
                FieldPanel("access"),
            ],
            heading=_("Y venir"),
        ),
        FieldPanel("seats_limit"),
    ]
