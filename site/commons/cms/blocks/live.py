"""What changes by itself: the block names a trade's list, the trade reads and shows it."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from commons.cms import live

AT_MOST = 6


class LiveListBlock(blocks.StructBlock):
    what = blocks.ChoiceBlock(label=_("quoi"), choices=live.choices)
    title = blocks.CharBlock(label=_("titre"), required=False, max_length=120)
    limit = blocks.IntegerBlock(
        label=_("combien"),
        default=3,
        min_value=1,
        max_value=AT_MOST,
        help_text=_("Au plus. Ce qui est passé s’efface de soi-même."),
    )

    class Meta:
        icon = "history"
        group = _("En direct et sur place")
        label = _("Liste en direct")
        description = _("Les prochaines séances, le marché… toujours à jour.")
        template = "cms/blocks/live.html"

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["listed"] = self._listed(value)
        return context

    def get_preview_value(self) -> Any:
        first = next(iter(live.choices()), ("", ""))[0]
        return self.normalize({"what": first, "title": "", "limit": 3})

    def _listed(self, value: Any) -> str:
        """The trade's own template; nothing for a list that is no longer offered."""
        chosen = live.get(value["what"])
        if chosen is None:
            return ""
        facts = chosen.facts(now=timezone.now(), limit=value["limit"] or 1)
        return render_to_string(chosen.template, facts)
