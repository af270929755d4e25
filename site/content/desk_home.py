"""The first screen of the desk: what waits for whoever enters."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from content import waiting


class WaitingPanel(Component):
    """Cards, in place of Wagtail's own panels."""

    name = "waiting"
    order = 100
    template_name = "content/desk/waiting.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        person = parent_context["request"].user
        return {"cards": waiting.gather(person, now=timezone.now())}
