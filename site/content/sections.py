"""The sections an editor composes the home page with: some are the trades' facts, some are the editor's words."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale

from commons.cms.blocks import BodyBlock

GROUP = _("Sections de l’accueil")


class Section(blocks.StructBlock):
    """A band of the home page. Its title and its lead are the house's, unless the editor writes others."""

    is_section = True  # takes the whole width: the page puts no column around it

    title = blocks.CharBlock(
        label=_("titre"),
        required=False,
        max_length=120,
        help_text=_("Vide : celui de la maison."),
    )

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Alone in the editor's menu, a section reads its facts itself."""
        from content import home

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        if "home" not in context:
            locale = Locale.get_active()
            context["home"] = home.Home(locale_id=locale.pk, now=timezone.now())
            context["home_url"] = "/"
        return context


class MarketSection(Section):
    class Meta:
        icon = "date"
        group = GROUP
        label = _("Prochain marché")
        description = _("L’ardoise. Placée en premier, elle s’accroche à côté de la grande phrase.")
        template = "content/home/market_section.html"
        preview_value: dict[str, Any] = {"title": ""}


class SeasonSection(Section):
    limit = blocks.IntegerBlock(
        label=_("plantes, au plus"),
        default=12,
        min_value=0,
        max_value=24,
        help_text=_("Sous les cageots du marché, ce que le mois apporte."),
    )

    class Meta:
        icon = "pick"
        group = GROUP
        label = _("De saison")
        description = _("Quelques cageots du prochain marché, et les plantes du mois.")
        template = "content/home/season.html"
        preview_value: dict[str, Any] = {"title": "", "limit": 12}

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Few plants of many are taken from one end of the alphabet to the other."""
        context = super().get_context(value, parent_context=parent_context)
        plants, limit = context["home"].plants, value["limit"] or 0
        every = max(1, -(-len(plants) // limit)) if limit else 0
        context["plants"] = plants[::every] if every else []
        return context


class WorkshopsSection(Section):
    lead = blocks.CharBlock(
        label=_("chapeau"), required=False, max_length=300, help_text=_("Une phrase sous le titre.")
    )
    limit = blocks.IntegerBlock(label=_("séances, au plus"), default=3, min_value=1, max_value=9)

    class Meta:
        icon = "group"
        group = GROUP
        label = _("Prochains ateliers")
        description = _("Les séances les plus proches, avec leurs places.")
        template = "content/home/workshops.html"
        preview_value: dict[str, Any] = {"title": "", "lead": "", "limit": 3}


class GardensSection(Section):
    lead = blocks.CharBlock(
        label=_("chapeau"),
        required=False,
        max_length=300,
        help_text=_("Après le compte des parcelles libres. Vide : celui de la maison."),
    )

    class Meta:
        icon = "site"
        group = GROUP
        label = _("Jardins")
        description = _("Ce qui est libre, et le plan du jardin où il y a le plus de place.")
        template = "content/home/gardens.html"
        preview_value: dict[str, Any] = {"title": "", "lead": ""}


class NewsSection(Section):
    lead = blocks.CharBlock(
        label=_("chapeau"), required=False, max_length=300, help_text=_("Une phrase sous le titre.")
    )
    limit = blocks.IntegerBlock(label=_("articles, au plus"), default=3, min_value=1, max_value=9)

    class Meta:
        icon = "doc-full"
        group = GROUP
        label = _("Nouvelles")
        description = _("Les derniers articles.")
        template = "content/home/articles.html"
        preview_value: dict[str, Any] = {"title": "", "lead": "", "limit": 3}


class SectionsBlock(BodyBlock):
    """The trades' sections, and every block that a page is written with."""

    market = MarketSection()
    season = SeasonSection()
    workshops = WorkshopsSection()
    gardens = GardensSection()
    articles = NewsSection()

    class Meta:
        required = False
        block_counts = {
            name: {"max_num": 1}
            for name in ("market", "season", "workshops", "gardens", "articles")
        }


# What a new home shows, in this order.
FIRST_SECTIONS: list[tuple[str, dict[str, Any]]] = [
    ("market", {"title": ""}),
    ("season", {"title": "", "limit": 12}),
    ("workshops", {"title": "", "lead": "", "limit": 3}),
    ("gardens", {"title": "", "lead": ""}),
    ("articles", {"title": "", "lead": "", "limit": 3}),
]
