"""How to come: our own sketch, and words. No map of another site is loaded."""

from decimal import Decimal
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock


class Way(blocks.StructValue):
    """Where it is, for the page and for the visitor's own map application."""

    @property
    def geo(self) -> str:
        """A geo: address (RFC 5870), or "" when nobody noted where it is."""
        latitude, longitude = self.get("latitude"), self.get("longitude")
        if latitude is None or longitude is None:
            return ""
        return f"geo:{latitude},{longitude}?q={latitude},{longitude}({quote(self['name'])})"

    @property
    def steps(self) -> list[tuple[str, object, str]]:
        """Pictogram, name and words of each way to come that was written."""
        ways = (
            ("pas", _("À pied"), self.get("on_foot")),
            ("bus", _("En bus ou en tram"), self.get("by_bus")),
            ("velo", _("À vélo"), self.get("by_bike")),
            ("voiture", _("En voiture"), self.get("by_car")),
        )
        return [(pictogram, name, words) for pictogram, name, words in ways if words]


class MapBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("nom du lieu"), max_length=120)
    address = blocks.TextBlock(label=_("adresse"), help_text=_("Comme sur une enveloppe."))
    sketch = ImageBlock(
        label=_("plan dessiné"),
        required=False,
        help_text=_("Un croquis à la main suffit : deux rues, un repère, la porte."),
    )
    on_foot = blocks.TextBlock(label=_("à pied"), required=False)
    by_bus = blocks.TextBlock(label=_("en bus ou en tram"), required=False)
    by_bike = blocks.TextBlock(label=_("à vélo"), required=False)
    by_car = blocks.TextBlock(
        label=_("en voiture"), required=False, help_text=_("Places réservées, dépose-minute.")
    )
    latitude = blocks.DecimalBlock(
        label=_("latitude"),
        required=False,
        min_value=Decimal(-90),
        max_value=Decimal(90),
        decimal_places=6,
        help_text=_("Avec la longitude, elle ouvre l’application de cartes de la personne."),
    )
    longitude = blocks.DecimalBlock(
        label=_("longitude"),
        required=False,
        min_value=Decimal(-180),
        max_value=Decimal(180),
        decimal_places=6,
    )

    class Meta:
        icon = "site"
        group = _("En direct et sur place")
        label = _("Plan et accès")
        description = _("Une adresse, un croquis, et comment venir.")
        template = "cms/blocks/map.html"
        value_class = Way
        preview_value = {
            "name": "La halle",
            "address": "place du Lavoir\n01990 Val-des-Lônes",
            "sketch": None,
            "on_foot": "Cinq minutes depuis l’école, par le quai.",
            "by_bus": "Bus 4, arrêt Halle.",
            "latitude": Decimal("45.9"),
            "longitude": Decimal("5.1"),
        }

    def clean(self, value: Way) -> Way:
        cleaned: Way = super().clean(value)
        missing = [side for side in ("latitude", "longitude") if cleaned.get(side) is None]
        if len(missing) == 1:
            raise StructBlockValidationError(
                block_errors={missing[0]: ValidationError(_("Donnez les deux nombres, ou aucun."))}
            )
        return cleaned
